package dev.hexdesk.application.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of files of one kind, each once: what type its cells have in a file that is imported,
 * and what a row has there in a file that is exported.
 *
 * @param <T> what a row of an export shows
 */
public final class FileColumns<T> {
  /** What NDJSON may have in a cell; a text can be in each. */
  enum Type {
    TEXT,
    NUMBER,
    TEXTS
  }

  private record Column<T>(String name, Type type, Optional<BiConsumer<T, CellWriter>> exported) {}

  private final List<Column<T>> columns;
  private final Set<String> onlyShown;

  private FileColumns(List<Column<T>> columns, Set<String> onlyShown) {
    this.columns = List.copyOf(columns);
    this.onlyShown = Set.copyOf(onlyShown);
  }

  /** Collects columns, in the order in which exports have them. */
  static final class Builder<T> {
    private final List<Column<T>> columns = new ArrayList<>();
    private final Set<String> onlyShown = new TreeSet<>();

    private <V> Builder<T> add(
        String name, Type type, Function<T, V> value, BiConsumer<CellWriter, V> write) {
      columns.add(
          new Column<>(
              name, type, Optional.of((row, cell) -> write.accept(cell, value.apply(row)))));
      return this;
    }

    private <V> Builder<T> maybe(
        String name, Type type, Function<T, Optional<V>> value, BiConsumer<CellWriter, V> write) {
      return add(
          name,
          type,
          value,
          (cell, it) -> it.ifPresentOrElse(each -> write.accept(cell, each), cell::nothing));
    }

    Builder<T> number(String name, Function<T, Long> value) {
      return add(name, Type.NUMBER, value, CellWriter::number);
    }

    Builder<T> maybeNumber(String name, Function<T, Optional<Long>> value) {
      return maybe(name, Type.NUMBER, value, CellWriter::number);
    }

    Builder<T> text(String name, Function<T, String> value) {
      return add(name, Type.TEXT, value, CellWriter::text);
    }

    Builder<T> maybeText(String name, Function<T, Optional<String>> value) {
      return maybe(name, Type.TEXT, value, CellWriter::text);
    }

    /** A text that many systems give as a number. */
    Builder<T> maybeNumericText(String name, Function<T, Optional<String>> value) {
      return maybe(name, Type.NUMBER, value, CellWriter::text);
    }

    Builder<T> texts(String name, Function<T, Collection<String>> value) {
      return add(name, Type.TEXTS, value, CellWriter::texts);
    }

    Builder<T> moment(String name, Function<T, Instant> value) {
      return add(name, Type.TEXT, value, CellWriter::moment);
    }

    Builder<T> maybeMoment(String name, Function<T, Optional<Instant>> value) {
      return maybe(name, Type.TEXT, value, CellWriter::moment);
    }

    /** Another way to say what an exported column says. */
    Builder<T> onlyImported(String name, Type type) {
      columns.add(new Column<>(name, type, Optional.empty()));
      return this;
    }

    /** What the API shows of a resource, and a file made of that has: it may say nothing. */
    Builder<T> onlyShown(String name) {
      onlyShown.add(name);
      return this;
    }

    FileColumns<T> build() {
      return new FileColumns<>(columns, onlyShown);
    }
  }

  /** All that may be in a file that is imported, in their order. */
  public Set<String> imported() {
    return columns.stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What may be in a file that is imported, with what must say nothing there. */
  Set<String> readable() {
    Set<String> names = imported();
    names.addAll(onlyShown);
    return names;
  }

  Set<String> onlyShown() {
    return onlyShown;
  }

  /** What is in a file that is exported, in its order. */
  public List<String> exported() {
    return columns.stream()
        .filter(column -> column.exported().isPresent())
        .map(Column::name)
        .toList();
  }

  /** Writes all cells of a row, in the order of {@link #exported}. */
  public void write(T row, CellWriter cells) {
    for (Column<T> column : columns) {
      column.exported().ifPresent(exported -> exported.accept(row, cells));
    }
  }

  /** The columns of a type. */
  Set<String> of(Type type) {
    return columns.stream()
        .filter(column -> column.type() == type)
        .map(Column::name)
        .collect(Collectors.toSet());
  }
}
