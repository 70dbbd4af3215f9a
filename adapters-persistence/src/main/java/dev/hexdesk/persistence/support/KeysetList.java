package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.persistence.support.PageSearch.Place;
import dev.hexdesk.persistence.support.PrefilteredList.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A table that is read page by page. A page begins after the last row of the one before, not at a
 * number of rows, so it costs the same however deep it is, and rows added meanwhile shift nothing.
 */
public final class KeysetList<F extends Enum<F>, V> {
  private static final String ID = "id";

  private final ListTable<V> table;
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
    this.table = new ListTable<>(table, columns, mapper);
    this.sortColumns = sortColumns;
    this.id = id;
  }

  public Page<V> page(Handle handle, WhereClause filter, Sort<F> sort, PageSelection request) {
    SortColumn<V> column = sortColumns.apply(sort.field());
    WhereClause beyond =
        request
            .after()
            .map(position -> after(position, column, sort, new WhereClause()))
            .orElseGet(WhereClause::new);
    WhereClause wanted =
        request.after().map(position -> after(position, column, sort, filter)).orElse(filter);
    Place place =
        new Place(
            column.name(),
            order(column.name(), sort.descending()),
            beyond,
            walk(filter, column.name()));
    List<Placed<V>> rows =
        new PageSearch<>(table, handle, wanted, place, request.limit() + 1L)
            .rows().stream().map(row -> new Placed<>(row, column.write(row))).toList();
    return cut(rows, request.limit(), total(handle, filter, request));
  }

  /**
   * A page of several lists that follow each other, each in the order of the ids; no row is in two
   * of them. A list is looked into only where those before it leave room on the page.
   *
   * @param filter what they let through together
   * @param ranks what each lets through; the first is that of the lowest rank
   */
  public Page<V> pageByRank(
      Handle handle,
      WhereClause filter,
      List<WhereClause> ranks,
      boolean descending,
      PageSelection request) {
    List<Placed<V>> rows = new ArrayList<>();
    OptionalInt from = request.after().map(KeysetList::rankOf).orElse(OptionalInt.empty());
    for (int n = 0; n < ranks.size() && rows.size() <= request.limit(); n++) {
      int rank = descending ? ranks.size() - 1 - n : n;
      Place place =
          new Place(ID, order(ID, descending), new WhereClause(), walk(ranks.get(rank), ID));
      int ahead = from.isEmpty() ? 1 : Integer.compare(rank, from.getAsInt());
      if (ahead == 0) {
        WhereClause wanted = ranks.get(rank).and(descending ? "id < ?" : "id > ?", idOf(request));
        append(rows, handle, wanted, place, rank, request.limit());
      } else if (from.isEmpty() || ahead > 0 != descending) {
        append(rows, handle, ranks.get(rank), place, rank, request.limit());
      }
    }
    return cut(rows, request.limit(), total(handle, filter, request));
  }

  /**
   * Hands over all rows that the filter lets through, in order, holding a few of them at a time.
   * The handle must be in a transaction.
   */
  public void forEach(
      Handle handle, WhereClause filter, Sort<F> sort, Consumer<? super V> handler) {
    String column = sortColumns.apply(sort.field()).name();
    table.forEach(handle, filter, order(column, sort.descending()), handler);
  }

  /**
   * Hands over all rows of several lists that follow each other, as {@link #pageByRank} has them.
   */
  public void forEachByRank(
      Handle handle, List<WhereClause> ranks, boolean descending, Consumer<? super V> handler) {
    List<WhereClause> inOrder = descending ? ranks.reversed() : ranks;
    inOrder.forEach(rank -> table.forEach(handle, rank, order(ID, descending), handler));
  }

  private void append(
      List<Placed<V>> rows, Handle handle, WhereClause wanted, Place place, int rank, int limit) {
    new PageSearch<>(table, handle, wanted, place, limit + 1L - rows.size())
        .rows()
        .forEach(row -> rows.add(new Placed<>(row, Integer.toString(rank))));
  }

  private static OptionalInt rankOf(Position position) {
    try {
      return OptionalInt.of(Integer.parseInt(position.sortValue()));
    } catch (NumberFormatException e) {
      throw new InvalidPosition("the list is sorted by a rank");
    }
  }

  private static Argument idOf(PageSelection request) {
    return SqlValues.number(request.after().orElseThrow().id());
  }

  /** A row, and its value of the field sorted by as positions have it. */
  private record Placed<V>(V row, String sortValue) {}

  private Page<V> cut(List<Placed<V>> rows, int limit, OptionalLong total) {
    List<V> items = rows.stream().limit(limit).map(Placed::row).toList();
    if (rows.size() <= limit) {
      return new Page<>(items, Optional.empty(), total);
    }
    Placed<V> last = rows.get(limit - 1);
    Position next = new Position(last.sortValue(), id.applyAsLong(last.row()));
    return new Page<>(items, Optional.of(next), total);
  }

  private WhereClause after(
      Position position, SortColumn<V> column, Sort<F> sort, WhereClause filter) {
    String beyond = sort.descending() ? "<" : ">";
    return filter.and(
        "(" + column.name() + ", id) " + beyond + " (?, ?)",
        column.read(position.sortValue()),
        SqlValues.number(position.id()));
  }

  /** Nothing but the selection and the ids decides of a list that is filtered by nothing else. */
  private static Walk walk(WhereClause filter, String sortedBy) {
    return sortedBy.equals(ID) && filter.withoutSelection().where().isEmpty()
        ? Walk.OVER_OTHER_TABLE
        : Walk.OVER_LIST;
  }

  private static String order(String column, boolean descending) {
    String direction = descending ? " DESC" : "";
    return column.equals(ID)
        ? " ORDER BY id" + direction
        : " ORDER BY " + column + direction + ", id" + direction;
  }

  private OptionalLong total(Handle handle, WhereClause filter, PageSelection request) {
    return request.includeTotal()
        ? OptionalLong.of(table.count(handle, filter))
        : OptionalLong.empty();
  }
}
