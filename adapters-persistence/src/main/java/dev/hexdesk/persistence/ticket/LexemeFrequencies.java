package dev.hexdesk.persistence.ticket;

import dev.hexdesk.persistence.support.PrefilteredList.Estimate;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * How many tickets a word is on, as PostgreSQL's statistics know it for the words that are on most.
 * Of several words that have to occur together only the rarest counts: how often they meet nobody
 * knows. Rare words that have to follow each other hardly ever do: of all places where a word may
 * be parted, one makes sense.
 */
final class LexemeFrequencies {
  /** For a column that PostgreSQL has not counted yet: each word may be on all tickets. */
  private static final LexemeFrequencies UNKNOWN =
      new LexemeFrequencies(new TreeMap<>(), 1, Double.POSITIVE_INFINITY);

  private static final String READ =
      """
      SELECT most_common_elems::text::text[] AS lexemes, most_common_elem_freqs AS frequencies,
             reltuples AS tickets
        FROM pg_class
             JOIN pg_namespace ON pg_namespace.oid = relnamespace
             JOIN pg_stats ON schemaname = nspname AND tablename = relname
       WHERE pg_class.oid = 'ticket_search'::regclass AND attname = ?
         AND most_common_elems IS NOT NULL
      """;

  private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')+'(?::\\*)?|[()&|!]|<[^>]+>");
  private static final String BEGINNING = "':*";
  private static final String END = "";

  /** So many rows the index looks into within some milliseconds. */
  private static final int FEW_MEETINGS = 1_000;

  /** As many tickets as a page has. */
  private static final int COMMON = 50;

  /** How many words begin so that are on few tickets nobody knows; with so many letters, few. */
  private static final int SHORTEST_BEGINNING = 4;

  private final NavigableMap<String, Double> known;
  private final double unlisted;
  private final double tickets;

  /**
   * @param known the shares of tickets that the most frequent words are on
   * @param unlisted at most such a share each other word is on
   */
  LexemeFrequencies(NavigableMap<String, Double> known, double unlisted, double tickets) {
    this.known = known;
    this.unlisted = unlisted;
    this.tickets = tickets;
  }

  /**
   * @param column of the words beside the tickets
   */
  static LexemeFrequencies read(Handle handle, String column) {
    return handle
        .createQuery(READ)
        .bind(0, column)
        .map((row, context) -> of(row))
        .findOne()
        .orElse(UNKNOWN);
  }

  private static LexemeFrequencies of(ResultSet row) throws SQLException {
    List<String> lexemes = SqlValues.texts(row, "lexemes");
    Array array = row.getArray("frequencies");
    Float[] frequencies = (Float[]) array.getArray();
    NavigableMap<String, Double> known = new TreeMap<>();
    for (int n = 0; n < lexemes.size(); n++) {
      known.put(lexemes.get(n), frequencies[n].doubleValue());
    }
    // Behind those of the words are the least and the greatest.
    return new LexemeFrequencies(
        known, frequencies[lexemes.size()].doubleValue(), row.getDouble("tickets"));
  }

  /**
   * How many tickets are found of how many.
   *
   * @param query as {@code tsquery} has it
   */
  Estimate estimate(String query) {
    return new Estimate(query.isEmpty() ? 0 : tickets * new Bound(query, false).ofAny(), tickets);
  }

  /**
   * Whether the words of a phrase meet on so few tickets, if they have nothing to do with each
   * other, that looking for them costs little. What was never counted is small.
   */
  boolean isSeldom(String phrase) {
    return phrase.isEmpty()
        || Double.isInfinite(tickets)
        || tickets * new Bound(phrase, true).ofAny() <= FEW_MEETINGS;
  }

  /** Whether so many tickets are known to have a word that it needs no other spelling. */
  boolean isCommon(String lexeme) {
    return known.containsKey(lexeme) && tickets * known.get(lexeme) >= COMMON;
  }

  private double of(String lexeme) {
    return known.getOrDefault(lexeme, unlisted);
  }

  private double ofBeginning(String beginning) {
    if (beginning.length() < SHORTEST_BEGINNING) {
      return 1;
    }
    return unlisted
        + known.subMap(beginning, true, beginning + Character.MAX_VALUE, true).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
  }

  /** Reads a query from left to right: what has to match together is as frequent as its rarest. */
  private final class Bound {
    private final boolean arePhrasesByChance;
    private final Iterator<String> tokens;
    private String next;

    /**
     * @param arePhrasesByChance whether words follow each other as often as words that have nothing
     *     to do with each other, and not as often as they may
     */
    private Bound(String query, boolean arePhrasesByChance) {
      this.arePhrasesByChance = arePhrasesByChance;
      this.tokens = TOKEN.matcher(query).results().map(MatchResult::group).iterator();
      this.next = tokens.next();
    }

    private String take() {
      String taken = next;
      next = tokens.hasNext() ? tokens.next() : END;
      return taken;
    }

    private double ofAny() {
      double sum = ofAll();
      while (next.equals("|")) {
        take();
        sum += ofAll();
      }
      return Math.min(sum, 1);
    }

    private double ofAll() {
      double rarest = ofOne();
      while (next.equals("&") || next.startsWith("<")) {
        boolean isPhrase = take().startsWith("<");
        double other = ofOne();
        rarest =
            isPhrase && (arePhrasesByChance || Math.max(rarest, other) <= unlisted)
                ? rarest * other
                : Math.min(rarest, other);
      }
      return rarest;
    }

    private double ofOne() {
      String first = take();
      if (first.equals("!")) {
        ofOne();
        return 1;
      }
      if (first.equals("(")) {
        double inside = ofAny();
        take();
        return inside;
      }
      return first.endsWith(BEGINNING)
          ? ofBeginning(first.substring(1, first.length() - BEGINNING.length()))
          : of(first.substring(1, first.length() - 1));
    }
  }
}
