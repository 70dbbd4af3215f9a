package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.persistence.support.PrefilteredList;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * A search as PostgreSQL understands it: read once, as constants are what its planner knows the
 * frequencies of.
 */
final class SearchQuery {
  private static final String READ =
      """
      SELECT websearch_to_tsquery(configuration::regconfig, ?)::text AS whole,
             websearch_to_tsquery(configuration::regconfig, ?)::text AS last_word
        FROM search_settings
      """;

  private static final String WITHOUT_NEGATIONS = "SELECT querytree(?::tsquery)";

  private static final Pattern LEXEME = Pattern.compile("'(?:[^']|'')*'");

  private final CommentAccess access;
  private final String whole;
  private final String indexable;

  private SearchQuery(CommentAccess access, String whole, String indexable) {
    this.access = access;
    this.whole = whole;
    this.indexable = indexable;
  }

  static SearchQuery read(Handle handle, TicketSearch search) {
    if (!WhereClause.isStorable(search.text())) {
      return new SearchQuery(search.comments(), "", "");
    }
    String text = Normalizer.normalize(search.text(), Normalizer.Form.NFKC);
    String whole =
        handle
            .createQuery(READ)
            .bind(0, text)
            .bind(1, lastWord(text))
            .map((row, context) -> withPrefix(row.getString("whole"), row.getString("last_word")))
            .one();
    String indexable =
        handle.createQuery(WITHOUT_NEGATIONS).bind(0, whole).mapTo(String.class).one();
    return new SearchQuery(search.comments(), whole, indexable);
  }

  /** The word that may be the beginning of a longer one; empty where the text ends otherwise. */
  private static String lastWord(String text) {
    boolean isOpen = text.chars().filter(character -> character == '"').count() % 2 == 1;
    if (text.isEmpty()
        || isOpen
        || !Character.isLetterOrDigit(text.codePointBefore(text.length()))) {
      return "";
    }
    int start = text.length();
    while (start > 0 && !isBoundary(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    String word = text.substring(start);
    return word.startsWith("-") ? "" : word;
  }

  private static boolean isBoundary(int character) {
    return character == '"'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  /**
   * Makes a prefix of each form of the last word: of {@code e-mai} those are the whole, {@code e}
   * and {@code mai}. Only forms that end the query as they are can be the last word's.
   */
  private static String withPrefix(String whole, String lastWord) {
    boolean isPlain =
        !lastWord.isEmpty()
            && lastWord.startsWith("'")
            && lastWord.indexOf('!') < 0
            && whole.endsWith(lastWord);
    if (!isPlain) {
      return whole;
    }
    String prefixes =
        LEXEME
            .matcher(lastWord)
            .replaceAll(lexeme -> Matcher.quoteReplacement(lexeme.group() + ":*"));
    return whole.substring(0, whole.length() - lastWord.length()) + prefixes;
  }

  /**
   * Lets through what the searcher can find.
   *
   * @return the same by rank: where the title alone is not enough, and where it is
   */
  List<WhereClause> addTo(WhereClause wanted) {
    WhereClause elsewhere = visible();
    elsewhere.add("NOT title @@ ?::tsquery", value(whole));
    WhereClause inTitle = visible();
    inTitle.add("title @@ ?::tsquery", value(whole));
    List<WhereClause> ranks =
        List.of(wanted.and(selection(elsewhere)), wanted.and(selection(inTitle)));
    wanted.select(selection(visible()));
    return ranks;
  }

  private static PrefilteredList selection(WhereClause found) {
    return new PrefilteredList("ticket_search", "ticket_id", found);
  }

  /**
   * The index is over all comments. Whoever may not see all gets of the rows that it finds those
   * that match without: negations are left to these, or they would tell what is hidden.
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

  private boolean isIndexable() {
    return !indexable.isEmpty() && !indexable.equals("T");
  }

  private static Argument value(String query) {
    return SqlValues.text(query);
  }
}
