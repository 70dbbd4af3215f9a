package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.persistence.support.PrefilteredList;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import dev.hexdesk.persistence.ticket.SearchTerms.Term;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * A search as PostgreSQL understands it: read once, as constants are what its planner knows the
 * frequencies of.
 */
record SearchQuery(CommentAccess access, String whole, String indexable) {
  private static final String READ =
      """
      SELECT ARRAY(
               SELECT hexdesk_sought(configuration::regconfig, term, is_beginning)
                 FROM unnest(?, ?) WITH ORDINALITY AS each (term, is_beginning, place)
                ORDER BY place) AS terms,
             CASE WHEN renewed_until IS NOT NULL
                  THEN websearch_to_tsquery(configuration::regconfig, ?)::text
                  ELSE ''
             END AS by_earlier_rule
        FROM search_settings
      """;

  private static final String WITHOUT_NEGATIONS = "SELECT querytree(?::tsquery)";

  /**
   * @param frequencies how many tickets each word is on: a word is sought as two only where few
   *     tickets have it, and these are not on too many
   */
  static SearchQuery read(Handle handle, TicketSearch search, LexemeFrequencies frequencies) {
    if (!WhereClause.isStorable(search.text())) {
      return new SearchQuery(search.comments(), "", "");
    }
    List<List<Term>> alternatives = SearchTerms.of(search.text());
    String whole = read(handle, alternatives, search.text(), frequencies);
    return new SearchQuery(search.comments(), whole, withoutNegations(handle, whole));
  }

  /** During a reindex, rows that are not reindexed yet are matched by the old query. */
  private static String read(
      Handle handle, List<List<Term>> alternatives, String text, LexemeFrequencies frequencies) {
    List<Term> all =
        alternatives.stream()
            .flatMap(List::stream)
            .flatMap(
                term -> Stream.concat(term.spellings().stream(), apart(term, frequencies).stream()))
            .toList();
    return handle
        .createQuery(READ)
        .bind(0, SqlValues.array("text", all.stream().map(Term::text).toList()))
        .bind(1, SqlValues.array("bool", all.stream().map(Term::isBeginning).toList()))
        .bind(2, Normalizer.normalize(text, Normalizer.Form.NFKC))
        .map(
            (row, context) ->
                anyOf(
                    Stream.of(
                        whole(alternatives, SqlValues.texts(row, "terms").iterator(), frequencies),
                        row.getString("by_earlier_rule"))))
        .one();
  }

  private static String whole(
      List<List<Term>> alternatives, Iterator<String> queries, LexemeFrequencies frequencies) {
    List<String> each = new ArrayList<>();
    for (List<Term> terms : alternatives) {
      each.add(allOf(terms, queries, frequencies));
    }
    return anyOf(each.stream());
  }

  /** Words that make up a number are a way to write it, too: {@code 020 7183 8750}. */
  private static String allOf(
      List<Term> terms, Iterator<String> queries, LexemeFrequencies frequencies) {
    List<String> all = new ArrayList<>();
    for (List<Term> group : SearchTerms.groups(terms)) {
      List<String> each = new ArrayList<>();
      group.forEach(term -> each.add(query(term, inAnySpelling(term, queries, frequencies))));
      all.add(each.size() == 1 ? each.getFirst() : orNumber(allOf(each), group));
    }
    return allOf(all);
  }

  private static String inAnySpelling(
      Term term, Iterator<String> queries, LexemeFrequencies frequencies) {
    Stream<String> spellings = term.spellings().stream().map(it -> queries.next());
    Stream<String> apart =
        apart(term, frequencies).stream().map(it -> queries.next()).filter(frequencies::isSeldom);
    return anyOf(Stream.concat(spellings, apart));
  }

  private static List<Term> apart(Term term, LexemeFrequencies frequencies) {
    return frequencies.isCommon(term.text().toLowerCase(Locale.ROOT)) ? List.of() : term.apart();
  }

  private static String query(Term term, String words) {
    String query = orNumber(words, List.of(term));
    return term.isExcluded() && !query.isEmpty() ? "!(" + query + ")" : query;
  }

  private static String orNumber(String words, List<Term> terms) {
    Stream<String> numbers = SearchTerms.numbers(terms).stream().map(QueryNumber.Lexeme::query);
    return anyOf(Stream.concat(Stream.of(words), numbers));
  }

  private static String allOf(List<String> queries) {
    return joined(queries.stream(), " & ");
  }

  private static String anyOf(Stream<String> queries) {
    return joined(queries, " | ");
  }

  private static String joined(Stream<String> queries, String operator) {
    List<String> all = queries.filter(query -> !query.isEmpty()).toList();
    return all.size() > 1
        ? all.stream().collect(Collectors.joining(operator, "(", ")"))
        : String.join("", all);
  }

  private static String withoutNegations(Handle handle, String query) {
    return query.indexOf('!') < 0
        ? query
        : handle.createQuery(WITHOUT_NEGATIONS).bind(0, query).mapTo(String.class).one();
  }

  /**
   * Lets through what the searcher can find.
   *
   * @param frequencies how many tickets each word is on
   * @return the same by rank: where the title alone is not enough, and where it is
   */
  List<WhereClause> addTo(WhereClause wanted, SearchFrequencies frequencies) {
    WhereClause elsewhere = visible();
    elsewhere.add("NOT title @@ ?::tsquery", value(whole));
    // All may see a title, and what is found in it is found in the whole that begins with it.
    WhereClause inTitle = isWithoutNegations() ? new WhereClause() : visible();
    inTitle.add("title @@ ?::tsquery", value(whole));
    List<WhereClause> ranks =
        List.of(
            wanted.and(selection(elsewhere, frequencies.everything())),
            wanted.and(selection(inTitle, frequencies.title())));
    wanted.select(selection(visible(), frequencies.everything()));
    return ranks;
  }

  private PrefilteredList selection(WhereClause found, LexemeFrequencies frequencies) {
    return new PrefilteredList("ticket_search", "ticket_id", found, frequencies.estimate(whole));
  }

  /**
   * The index covers all comments. For a caller who may not see all of them its rows are checked
   * again by the words that the caller may see. Negations are evaluated there alone, or they would
   * tell what is hidden.
   */
  private WhereClause visible() {
    WhereClause found = new WhereClause();
    if (whole.isEmpty()) {
      found.add("false");
    } else if (access == CommentAccess.ALL) {
      found.add("everything @@ ?::tsquery", value(whole));
    } else {
      if (isIndexable()) {
        found.add("everything @@ ?::tsquery", value(indexable));
      }
      addVisibleTo(found, indexable.equals(whole));
    }
    return found;
  }

  /** Where the index has matched all of the query, a row in which nothing is hidden is found. */
  private void addVisibleTo(WhereClause found, boolean isMatched) {
    if (access == CommentAccess.PUBLIC) {
      if (isMatched) {
        found.add("(public IS NULL OR public @@ ?::tsquery)", value(whole));
      } else {
        found.add("COALESCE(public, everything) @@ ?::tsquery", value(whole));
      }
    } else if (isMatched) {
      found.add("(uncommented IS NULL OR uncommented @@ ?::tsquery)", value(whole));
    } else {
      found.add("COALESCE(uncommented, everything) @@ ?::tsquery", value(whole));
    }
  }

  private boolean isWithoutNegations() {
    return !whole.isEmpty() && indexable.equals(whole);
  }

  private boolean isIndexable() {
    return !indexable.isEmpty() && !indexable.equals("T");
  }

  private static Argument value(String query) {
    return SqlValues.text(query);
  }
}
