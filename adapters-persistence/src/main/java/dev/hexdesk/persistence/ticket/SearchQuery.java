package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.persistence.support.PrefilteredList;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import dev.hexdesk.persistence.ticket.SearchTerms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * A search as PostgreSQL understands it: read once, as constants are what its planner knows the
 * frequencies of.
 */
record SearchQuery(CommentAccess access, String whole, String indexable) {
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
    TermQueries queries =
        TermQueries.read(
            handle, alternatives.stream().flatMap(List::stream), search.text(), frequencies);
    Stream<String> each = alternatives.stream().map(terms -> allOf(terms, queries));
    // During a reindex, rows that are not reindexed yet are matched by the old query.
    String whole = TermQueries.anyOf(Stream.concat(each, Stream.of(queries.byEarlierRule())));
    return new SearchQuery(search.comments(), whole, withoutNegations(handle, whole));
  }

  /** Words that make up a number are a way to write it, too: {@code 020 7183 8750}. */
  private static String allOf(List<Term> terms, TermQueries queries) {
    List<String> all = new ArrayList<>();
    for (List<Term> group : SearchTerms.groups(terms)) {
      List<String> each = group.stream().map(term -> query(term, queries.of(term))).toList();
      all.add(each.size() == 1 ? each.getFirst() : orNumber(TermQueries.allOf(each), group));
    }
    return TermQueries.allOf(all);
  }

  private static String query(Term term, String words) {
    String query = orNumber(words, List.of(term));
    return term.isExcluded() && !query.isEmpty() ? "!(" + query + ")" : query;
  }

  private static String orNumber(String words, List<Term> terms) {
    Stream<String> numbers = SearchTerms.numbers(terms).stream().map(QueryNumber.Lexeme::query);
    return TermQueries.anyOf(Stream.concat(Stream.of(words), numbers));
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
