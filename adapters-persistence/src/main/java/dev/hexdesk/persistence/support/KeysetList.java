package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * A table that is read page by page. A page begins after the last row of the one before, not at a
 * number of rows, so it costs the same however deep it is, and rows added meanwhile shift nothing.
 */
public final class KeysetList<F extends Enum<F>, V> {
  private final String table;
  private final String columns;
  private final RowMapper<V> mapper;
  private final Function<F, SortColumn<V>> sortColumns;
  private final ToLongFunction<V> id;

  /**
   * @param sortColumns the column of each sort field; an index over it and {@code id} must exist
   */
  public KeysetList(
      @CompileTimeConstant final String table,
      @CompileTimeConstant final String columns,
      RowMapper<V> mapper,
      Function<F, SortColumn<V>> sortColumns,
      ToLongFunction<V> id) {
    this.table = table;
    this.columns = columns;
    this.mapper = mapper;
    this.sortColumns = sortColumns;
    this.id = id;
  }

  public Page<V> page(Handle handle, Conditions filter, Sort<F> sort, PageSelection request) {
    SortColumn<V> column = sortColumns.apply(sort.field());
    Conditions wanted =
        request.after().map(position -> after(position, column, sort, filter)).orElse(filter);
    List<V> rows = select(handle, wanted, column, sort, request.limit());
    OptionalLong total =
        request.includeTotal() ? OptionalLong.of(count(handle, filter)) : OptionalLong.empty();
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, Optional.empty(), total);
    }
    List<V> items = rows.subList(0, request.limit());
    V last = items.getLast();
    Position next = new Position(column.write(last), id.applyAsLong(last));
    return new Page<>(items, Optional.of(next), total);
  }

  private Conditions after(
      Position position, SortColumn<V> column, Sort<F> sort, Conditions filter) {
    String beyond = sort.descending() ? "<" : ">";
    return filter.and(
        "(" + column.name() + ", id) " + beyond + " (?, ?)",
        column.read(position.sortValue()),
        SqlValues.number(position.id()));
  }

  /** One row more than asked for, if there is one: it tells that this page is not the last. */
  private List<V> select(
      Handle handle, Conditions wanted, SortColumn<V> column, Sort<F> sort, int limit) {
    String direction = sort.descending() ? " DESC" : "";
    String order = " ORDER BY " + column.name() + direction + ", id" + direction;
    Query query =
        handle.createQuery(
            "SELECT " + columns + " FROM " + table + wanted.where() + order + " LIMIT ?");
    int position = wanted.bindTo(query);
    return query.bind(position, limit + 1L).map(mapper).list();
  }

  private long count(Handle handle, Conditions filter) {
    Query query = handle.createQuery("SELECT count(*) FROM " + table + filter.where());
    filter.bindTo(query);
    return query.mapTo(long.class).one();
  }
}
