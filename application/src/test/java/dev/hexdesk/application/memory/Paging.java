package dev.hexdesk.application.memory;

import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.domain.shared.LetterCase;
import dev.hexdesk.domain.shared.WellFormed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Sorts lists and cuts pages out of them. */
final class Paging {
  /** How a field is written into positions, and how what was written compares. */
  record Key<V>(Function<V, String> value, Comparator<String> order) {
    static <V> Key<V> text(Function<V, String> field) {
      return new Key<>(
          field, Comparator.comparing(text -> LetterCase.folded(reading(text, Paging::storable))));
    }

    static <V> Key<V> number(ToLongFunction<V> field) {
      return new Key<>(
          row -> Long.toString(field.applyAsLong(row)),
          Comparator.comparing(text -> reading(text, Long::valueOf)));
    }

    static <V> Key<V> instant(Function<V, Instant> field) {
      return new Key<>(
          row -> field.apply(row).toString(),
          Comparator.comparing(text -> reading(text, Instant::parse)));
    }

    /** A moment that may be missing, which counts as later than all others. */
    static <V> Key<V> instantOrNever(Function<V, Optional<Instant>> field) {
      return new Key<>(
          row -> field.apply(row).map(Instant::toString).orElse(NEVER),
          Comparator.comparing(
              text -> text.equals(NEVER) ? Instant.MAX : reading(text, Instant::parse)));
    }
  }

  private static final String NEVER = "never";

  private Paging() {}

  private static <R> R reading(String sortValue, Function<String, R> reader) {
    try {
      return reader.apply(sortValue);
    } catch (NumberFormatException | DateTimeException unreadable) {
      throw new InvalidPosition("no value of the field sorted by");
    }
  }

  private static String storable(String text) {
    if (!WellFormed.isUnicode(text) || text.indexOf('\0') >= 0) {
      throw new InvalidPosition("no text that can be stored");
    }
    return text;
  }

  static <V> Page<V> cut(
      Stream<V> matching,
      Key<V> key,
      ToLongFunction<V> id,
      boolean descending,
      PageSelection page) {
    Function<V, Position> positionOf =
        row -> new Position(key.value().apply(row), id.applyAsLong(row));
    Comparator<Position> ascending =
        Comparator.comparing(Position::sortValue, key.order()).thenComparingLong(Position::id);
    Comparator<Position> order = descending ? ascending.reversed() : ascending;
    List<V> all = matching.sorted(Comparator.comparing(positionOf, order)).toList();
    List<V> rest =
        all.stream()
            .filter(row -> isAfter(page.after(), positionOf.apply(row), order))
            .limit(page.limit() + 1L)
            .toList();
    List<V> items = rest.stream().limit(page.limit()).toList();
    return new Page<>(
        items,
        rest.size() > items.size()
            ? Optional.of(positionOf.apply(items.getLast()))
            : Optional.empty(),
        page.includeTotal() ? OptionalLong.of(all.size()) : OptionalLong.empty());
  }

  private static boolean isAfter(
      Optional<Position> place, Position row, Comparator<Position> order) {
    return place.isEmpty() || order.compare(row, place.get()) > 0;
  }
}
