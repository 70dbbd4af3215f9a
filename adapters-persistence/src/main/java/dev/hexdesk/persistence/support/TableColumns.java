package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The columns of a table in their order, each with what a row has there. What is made of them -
 * lists, parameters, assignments, COPY - can't disagree, and a new column is one line more.
 */
public final class TableColumns<T> {
  private record Column<T>(
      String name, Function<T, Argument> argument, BiConsumer<T, CopyText> copy) {
    <U> Column<U> of(Function<U, T> part) {
      return new Column<>(
          name,
          row -> argument.apply(part.apply(row)),
          (row, rows) -> copy.accept(part.apply(row), rows));
    }
  }

  private final List<Column<T>> columns;

  private TableColumns(List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Collects columns, first to last. */
  public static final class Builder<T> {
    private final List<Column<T>> columns = new ArrayList<>();

    private <V> Builder<T> add(
        String name,
        Function<T, V> value,
        Function<V, Argument> argument,
        BiConsumer<CopyText, V> copy) {
      columns.add(
          new Column<>(
              name, value.andThen(argument), (row, rows) -> copy.accept(rows, value.apply(row))));
      return this;
    }

    public Builder<T> number(@CompileTimeConstant final String name, Function<T, Long> value) {
      return add(name, value, SqlValues::number, CopyText::number);
    }

    public Builder<T> maybeNumber(
        @CompileTimeConstant final String name, Function<T, Optional<Long>> value) {
      return add(name, value, SqlValues::maybeNumber, CopyText::optional);
    }

    public Builder<T> text(@CompileTimeConstant final String name, Function<T, String> value) {
      return add(name, value, SqlValues::text, CopyText::text);
    }

    public Builder<T> maybeText(
        @CompileTimeConstant final String name, Function<T, Optional<String>> value) {
      return add(name, value, SqlValues::maybeText, CopyText::optional);
    }

    public Builder<T> texts(
        @CompileTimeConstant final String name, Function<T, Collection<String>> value) {
      return add(name, value, it -> SqlValues.array("text", it), CopyText::texts);
    }

    public Builder<T> moment(@CompileTimeConstant final String name, Function<T, Instant> value) {
      return add(name, value, SqlValues::instant, CopyText::moment);
    }

    public Builder<T> maybeMoment(
        @CompileTimeConstant final String name, Function<T, Optional<Instant>> value) {
      return add(name, value, SqlValues::maybeInstant, CopyText::optional);
    }

    /** Adds the columns of what is a part of the row. */
    public <P> Builder<T> all(TableColumns<P> others, Function<T, P> part) {
      others.columns.forEach(column -> columns.add(column.of(part)));
      return this;
    }

    public TableColumns<T> build() {
      return new TableColumns<>(columns);
    }

    /** Builds what must be these columns in this order. */
    public TableColumns<T> build(@CompileTimeConstant final String list) {
      TableColumns<T> built = build();
      if (!built.list().equals(list)) {
        throw new IllegalStateException("the columns are " + built.list() + ", not " + list);
      }
      return built;
    }
  }

  /** {@code id, title}. */
  public String list() {
    return joined(name -> name);
  }

  /** {@code t.id, t.title}. */
  public String listOf(@CompileTimeConstant final String alias) {
    return joined(name -> alias + "." + name);
  }

  /** {@code :id, :title}: the parameters that {@link #bind} gives values to. */
  public String parameters() {
    return joined(name -> ":" + name);
  }

  /** {@code id = :id, title = :title}. */
  public String assignments() {
    return joined(name -> name + " = :" + name);
  }

  /** {@code id = d.id, title = d.title}: takes all from a row under another name. */
  public String assignmentsFrom(@CompileTimeConstant final String alias) {
    return joined(name -> name + " = " + alias + "." + name);
  }

  private String joined(Function<String, String> form) {
    return columns.stream().map(Column::name).map(form).collect(Collectors.joining(", "));
  }

  /** Where a column is, from 1, in a result that begins with these columns. */
  public int positionOf(@CompileTimeConstant final String name) {
    for (int n = 0; n < columns.size(); n++) {
      if (columns.get(n).name().equals(name)) {
        return n + 1;
      }
    }
    throw new IllegalArgumentException("there is no column " + name);
  }

  /** Gives each parameter its value. */
  public <S extends SqlStatement<S>> S bind(S statement, T row) {
    columns.forEach(column -> statement.bind(column.name(), column.argument().apply(row)));
    return statement;
  }

  /** Writes a row for COPY, but for its end. */
  public void copy(T row, CopyText rows) {
    columns.forEach(column -> column.copy().accept(row, rows));
  }
}
