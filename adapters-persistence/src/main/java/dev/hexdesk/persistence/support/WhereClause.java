package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.domain.shared.WellFormed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/**
 * The conditions of a WHERE clause, joined by AND. SQL comes in as constants only, which the
 * compiler checks; whatever was given from outside is bound.
 */
public final class WhereClause {
  /**
   * Matches without accents, by the index; where accents count, each match is checked again with
   * them.
   */
  private static final String OF_WORD =
      """
      plain_text LIKE hexdesk_plain(?)
      AND (NOT (SELECT accent_sensitive FROM search_settings)
           OR hexdesk_accented_spellings(search_text) LIKE hexdesk_accented(?))
      """;

  private static final String OF_EITHER = "((" + OF_WORD + ") OR (" + OF_WORD + "))";

  private final List<String> fragments = new ArrayList<>();
  private final List<Argument> values = new ArrayList<>();
  private final Set<String> ranges = new HashSet<>();
  private Optional<PrefilteredList> selection = Optional.empty();

  /**
   * Adds a bound of a column that has an index of its own. In another order that goes with the
   * column, the rows within its bounds lie together, and nobody knows where.
   *
   * @param column as lists are sorted by it
   */
  public void addBound(
      @CompileTimeConstant final String column,
      @CompileTimeConstant final String fragment,
      Argument bound) {
    add(fragment, bound);
    ranges.add(column);
  }

  /** Adds a condition with a {@code ?} for each value. */
  public void add(@CompileTimeConstant final String fragment, Argument... bound) {
    append(fragment, bound);
  }

  /** Adds a condition on a text; one that can't be stored is found nowhere. */
  public void addText(@CompileTimeConstant final String fragment, String text) {
    if (isStorable(text)) {
      add(fragment, SqlValues.text(text));
    } else {
      add("false");
    }
  }

  /**
   * Adds a condition on one of several values, none of which stands for any. One alone is compared
   * by itself, as then an index over it and the id gives the rows in the id's order.
   *
   * @param type the values' type in PostgreSQL
   */
  public void addAnyOf(
      @CompileTimeConstant final String one,
      @CompileTimeConstant final String several,
      String type,
      Collection<?> values) {
    switch (values.size()) {
      case 0 -> {}
      case 1 -> add(one, SqlValues.object(values.iterator().next()));
      default -> add(several, SqlValues.array(type, values));
    }
  }

  /**
   * Demands that each of the words occurs in the row's text, apostrophes and, unless the operator
   * wants them to count, marks aside; or the number that they are.
   */
  public void addSearch(String words) {
    for (PersonSearchWord word : PersonSearchWord.of(words)) {
      word.number()
          .ifPresentOrElse(
              number ->
                  add(
                      "(plain_text LIKE hexdesk_plain(?) OR plain_text LIKE ?)",
                      SqlValues.text(word.pattern()),
                      SqlValues.text(number)),
              () -> addWord(word.pattern()));
    }
  }

  private void addWord(String pattern) {
    Argument written = SqlValues.text(pattern);
    Transcription.otherOf(pattern)
        .map(SqlValues::text)
        .ifPresentOrElse(
            other -> add(OF_EITHER, written, written, other, other),
            () -> add(OF_WORD, written, written));
  }

  /** Demands that the row with this id is selected among others; there can be one such demand. */
  public void select(PrefilteredList wanted) {
    selection = Optional.of(wanted);
  }

  Optional<PrefilteredList> selection() {
    return selection;
  }

  /** Whether a column is bounded that the list is not sorted by. */
  boolean hasRangeApartFrom(String sortedBy) {
    return ranges.stream().anyMatch(column -> !column.equals(sortedBy));
  }

  /** These conditions on the row itself alone. */
  WhereClause withoutSelection() {
    WhereClause plain = copy();
    plain.selection = Optional.empty();
    return plain;
  }

  /** These conditions and this selection. */
  public WhereClause and(PrefilteredList wanted) {
    WhereClause extended = copy();
    extended.selection = Optional.of(wanted);
    return extended;
  }

  private WhereClause copy() {
    WhereClause copy = new WhereClause();
    copy.fragments.addAll(fragments);
    copy.values.addAll(values);
    copy.ranges.addAll(ranges);
    copy.selection = selection;
    return copy;
  }

  public static boolean isStorable(String text) {
    return WellFormed.isUnicode(text) && text.indexOf('\0') < 0;
  }

  /** These conditions and one more. */
  WhereClause and(String fragment, Argument... bound) {
    WhereClause extended = copy();
    extended.append(fragment, bound);
    return extended;
  }

  /** The {@code WHERE} clause; none where there is no condition. */
  String where() {
    List<String> all = new ArrayList<>(fragments);
    selection.ifPresent(it -> all.add(it.condition()));
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  /** All of it as one expression. */
  String expression() {
    return fragments.isEmpty() ? "true" : String.join(" AND ", fragments);
  }

  int bindTo(Query query) {
    return bindTo(query, 0);
  }

  /**
   * Binds the values in their order.
   *
   * @return the position of the next one
   */
  int bindTo(Query query, int first) {
    int position = first;
    for (Argument value : values) {
      query.bind(position++, value);
    }
    return selection.isPresent() ? selection.get().bindTo(query, position) : position;
  }

  private void append(String fragment, Argument... bound) {
    fragments.add(fragment);
    values.addAll(List.of(bound));
  }
}
