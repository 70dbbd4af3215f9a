package dev.hexdesk.persistence.ticket;

import static java.util.Objects.requireNonNull;

import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.ticket.SearchTerms.Term;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The terms of a search as PostgreSQL reads them. Alternatives share most of their terms, and terms
 * some of their spellings: each is read once, all of them by one statement.
 */
final class TermQueries {
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

  private final Map<Term, String> queries;
  private final String byEarlierRule;

  private TermQueries(Map<Term, String> queries, String byEarlierRule) {
    this.queries = queries;
    this.byEarlierRule = byEarlierRule;
  }

  /**
   * @param text the whole search
   * @param frequencies how many tickets each word is on
   */
  static TermQueries read(
      Handle handle, Stream<Term> terms, String text, LexemeFrequencies frequencies) {
    SequencedMap<Term, Spellings> spellings = new LinkedHashMap<>();
    terms.forEach(term -> spellings.computeIfAbsent(term, it -> Spellings.of(it, frequencies)));
    SequencedSet<Spelling> all = new LinkedHashSet<>();
    spellings.values().forEach(each -> each.addTo(all));
    return handle
        .createQuery(READ)
        .bind(0, SqlValues.array("text", all.stream().map(Spelling::text).toList()))
        .bind(1, SqlValues.array("bool", all.stream().map(Spelling::isBeginning).toList()))
        .bind(2, Normalizer.normalize(text, Normalizer.Form.NFKC))
        .map(
            (row, context) -> {
              Map<Spelling, String> read = inOrder(all, SqlValues.texts(row, "terms"));
              Map<Term, String> queries = new LinkedHashMap<>();
              spellings.forEach((term, each) -> queries.put(term, each.query(read, frequencies)));
              return new TermQueries(queries, row.getString("by_earlier_rule"));
            })
        .one();
  }

  /** What finds a term in any of its spellings; empty for one without a word. */
  String of(Term term) {
    return requireNonNull(queries.get(term));
  }

  /** What finds the search in tickets that a reindex under way has not come to; mostly empty. */
  String byEarlierRule() {
    return byEarlierRule;
  }

  /** A word that is on many tickets needs no other spelling. */
  static List<Term> apart(Term term, LexemeFrequencies frequencies) {
    return frequencies.isCommon(term.text().toLowerCase(Locale.ROOT)) ? List.of() : term.apart();
  }

  static String allOf(List<String> queries) {
    return joined(queries.stream(), " & ");
  }

  static String anyOf(Stream<String> queries) {
    return joined(queries, " | ");
  }

  private static String joined(Stream<String> queries, String operator) {
    List<String> all = queries.filter(query -> !query.isEmpty()).toList();
    return all.size() > 1
        ? all.stream().collect(Collectors.joining(operator, "(", ")"))
        : String.join("", all);
  }

  private static <K> Map<K, String> inOrder(SequencedSet<K> keys, List<String> values) {
    List<K> all = List.copyOf(keys);
    Map<K, String> byKey = new LinkedHashMap<>();
    for (int n = 0; n < all.size(); n++) {
      byKey.put(all.get(n), values.get(n));
    }
    return byKey;
  }

  /** What the database is asked for; whether a term is excluded or quoted is nothing to it. */
  private record Spelling(String text, boolean isBeginning) {
    private static List<Spelling> of(List<Term> terms) {
      List<Spelling> all = new ArrayList<>();
      terms.forEach(term -> all.add(new Spelling(term.text(), term.isBeginning())));
      return all;
    }
  }

  /**
   * @param apart in two words, which are sought only where few tickets have both
   */
  private record Spellings(List<Spelling> inOne, List<Spelling> apart) {
    private static Spellings of(Term term, LexemeFrequencies frequencies) {
      return new Spellings(
          Spelling.of(term.spellings()), Spelling.of(TermQueries.apart(term, frequencies)));
    }

    private void addTo(SequencedSet<Spelling> all) {
      all.addAll(inOne);
      all.addAll(apart);
    }

    private String query(Map<Spelling, String> read, LexemeFrequencies frequencies) {
      return anyOf(
          Stream.concat(
              inOne.stream().map(read::get),
              apart.stream().map(read::get).filter(frequencies::isSeldom)));
    }
  }
}
