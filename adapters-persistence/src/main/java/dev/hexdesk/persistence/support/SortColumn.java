package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.InvalidPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.argument.Argument;

/** A column that a list is sorted by, and how its values travel in a position. */
public final class SortColumn<V> {
  private static final String NEVER = "never";

  private final String name;
  private final Function<V, String> written;
  private final Function<String, Argument> read;

  private SortColumn(String name, Function<V, String> written, Function<String, Argument> read) {
    this.name = name;
    this.written = written;
    this.read = read;
  }

  public static <V> SortColumn<V> number(
      @CompileTimeConstant final String name, ToLongFunction<V> value) {
    return new SortColumn<>(
        name, item -> Long.toString(value.applyAsLong(item)), SortColumn::readNumber);
  }

  public static <V> SortColumn<V> instant(
      @CompileTimeConstant final String name, Function<V, Instant> value) {
    return new SortColumn<>(name, value.andThen(Instant::toString), SortColumn::readInstant);
  }

  /** A column that holds infinity where a row has no such moment, so that these come last. */
  public static <V> SortColumn<V> instantOrNever(
      @CompileTimeConstant final String name, Function<V, Optional<Instant>> value) {
    return new SortColumn<>(
        name,
        item -> value.apply(item).map(Instant::toString).orElse(NEVER),
        text -> text.equals(NEVER) ? SqlValues.infinity() : readInstant(text));
  }

  /** A column with the sort key of a text, which travels as it is. */
  public static <V> SortColumn<V> text(
      @CompileTimeConstant final String name, Function<V, String> value) {
    return new SortColumn<>(name, value, SortColumn::readText);
  }

  String name() {
    return name;
  }

  String write(V item) {
    return written.apply(item);
  }

  Argument read(String sortValue) {
    return read.apply(sortValue);
  }

  private static Argument readNumber(String sortValue) {
    try {
      return SqlValues.number(Long.parseLong(sortValue));
    } catch (NumberFormatException e) {
      throw new InvalidPosition("the list is sorted by a number");
    }
  }

  private static Argument readInstant(String sortValue) {
    try {
      return SqlValues.instant(Instant.parse(sortValue));
    } catch (DateTimeException e) {
      throw new InvalidPosition("the list is sorted by an instant");
    }
  }

  private static Argument readText(String sortValue) {
    if (!WhereClause.isStorable(sortValue)) {
      throw new InvalidPosition("the list is sorted by text");
    }
    return SqlValues.text(FoldedText.sortKey(sortValue));
  }
}
