package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.persistence.support.PrefilteredList.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * A table that is read page by page. A page begins after the last row of the one before, not at a
 * number of rows, so it costs the same however deep it is, and rows added meanwhile shift nothing.
 */
public final class KeysetList<F extends Enum<F>, V> {
  private static final String ID = "id";

  /** Above this share, those in the way are fewer than those that an index gives. */
  private static final double LARGE_PART = 0.4;

  private static final Pattern PLANNED_ROWS = Pattern.compile(" rows=(\\d+) ");

  /** So many rows of a long list come at once. */
  private static final int FETCHED = 500;

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
        select(handle, wanted, place, request.limit() + 1L).stream()
            .map(row -> new Placed<>(row, column.write(row)))
            .toList();
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
    stream(handle, filter, order(column, sort.descending()), handler);
  }

  /**
   * Hands over all rows of several lists that follow each other, as {@link #pageByRank} has them.
   */
  public void forEachByRank(
      Handle handle, List<WhereClause> ranks, boolean descending, Consumer<? super V> handler) {
    List<WhereClause> inOrder = descending ? ranks.reversed() : ranks;
    inOrder.forEach(rank -> stream(handle, rank, order(ID, descending), handler));
  }

  private void stream(
      Handle handle, WhereClause filter, String order, Consumer<? super V> handler) {
    Query query =
        handle.createQuery("SELECT " + columns + " FROM " + table + filter.where() + order);
    filter.bindTo(query);
    query.setFetchSize(FETCHED).map(mapper).useIterator(rows -> rows.forEachRemaining(handler));
  }

  private void append(
      List<Placed<V>> rows, Handle handle, WhereClause wanted, Place place, int rank, int limit) {
    select(handle, wanted, place, limit + 1L - rows.size())
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

  /**
   * Where in the list rows are looked for.
   *
   * @param beyond the condition that a row comes after the last one seen
   * @param walk how the nearest ones are gone through where another table selects
   */
  private record Place(String sortedBy, String order, WhereClause beyond, Walk walk) {}

  /**
   * Reads so many rows of the list. Where what is wanted may lie far from here, all of it, the
   * nearest rows are looked at first, and then, unless these make a page, all that an index gives.
   */
  private List<V> select(Handle handle, WhereClause wanted, Place place, long limit) {
    Optional<PrefilteredList> selection = wanted.selection();
    if (selection.isEmpty() && !wanted.hasRangeApartFrom(place.sortedBy())) {
      return ordered(handle, wanted.where(), wanted::bindTo, place.order(), limit);
    }
    if (selection.filter(it -> it.isRare(place.walk())).isPresent()) {
      return byIndex(handle, wanted, place, limit);
    }
    List<V> found = nearest(handle, wanted, place, limit, PrefilteredList.NEAREST);
    if (found.size() < limit
        && !found.isEmpty()
        && place.walk().isShorter(found.size(), limit, estimatedRows(handle))) {
      found = nearest(handle, wanted, place, limit, place.walk().farthest());
    }
    return found.size() == limit ? found : byIndex(handle, wanted, place, limit);
  }

  private List<V> byIndex(Handle handle, WhereClause wanted, Place place, long limit) {
    if (wanted.selection().isPresent()) {
      return selectedByIndex(handle, wanted, wanted.selection().get(), place, limit);
    }
    return plannedRows(handle, wanted) < LARGE_PART * estimatedRows(handle)
        ? rangedByIndex(handle, wanted, place, limit)
        : ordered(handle, wanted.where(), wanted::bindTo, place.order(), limit);
  }

  private List<V> selectedByIndex(
      Handle handle, WhereClause wanted, PrefilteredList selection, Place place, long limit) {
    String plain = wanted.withoutSelection().where();
    return ordered(
        handle,
        plain + (plain.isEmpty() ? " WHERE " : " AND ") + selection.conditionByIndex(),
        wanted::bindTo,
        place.order(),
        limit);
  }

  /** OFFSET keeps the order out of what the planner decides about the rows. */
  private List<V> rangedByIndex(Handle handle, WhereClause wanted, Place place, long limit) {
    return ordered(
        handle,
        " WHERE id = ANY (ARRAY(SELECT id FROM (SELECT * FROM "
            + table
            + wanted.where()
            + " OFFSET 0) AS "
            + table
            + place.order()
            + " LIMIT ?))",
        query -> {
          int position = wanted.bindTo(PrefilteredList.plannedAnew(query), 0);
          query.bind(position, limit);
          return position + 1;
        },
        place.order(),
        limit);
  }

  private List<V> nearest(Handle handle, WhereClause wanted, Place place, long limit, int rows) {
    return wanted
        .selection()
        .map(selection -> nearestSelected(handle, wanted, selection, place, limit, rows))
        .orElseGet(() -> nearestInRange(handle, wanted, place, limit, rows));
  }

  private List<V> nearestSelected(
      Handle handle,
      WhereClause wanted,
      PrefilteredList selection,
      Place place,
      long limit,
      int rows) {
    WhereClause plain = wanted.withoutSelection();
    return ordered(
        handle,
        " WHERE id = ANY ("
            + selection.idsOfNearest(place.walk(), table, plain.where(), place.order(), rows)
            + ")",
        query -> {
          int position = selection.bindTo(query, plain.bindTo(query));
          query.bind(position, limit);
          return position + 1;
        },
        place.order(),
        limit);
  }

  private List<V> nearestInRange(
      Handle handle, WhereClause wanted, Place place, long limit, int rows) {
    return ordered(
        handle,
        " WHERE id = ANY (ARRAY(SELECT id FROM (SELECT * FROM "
            + table
            + place.beyond().where()
            + place.order()
            + " LIMIT "
            + rows
            + ") AS "
            + table
            + wanted.where()
            + " LIMIT ?))",
        query -> {
          int position = wanted.bindTo(query, place.beyond().bindTo(query));
          query.bind(position, limit);
          return position + 1;
        },
        place.order(),
        limit);
  }

  /** How many rows are wanted, as PostgreSQL's planner believes. */
  private double plannedRows(Handle handle, WhereClause wanted) {
    Query query =
        PrefilteredList.plannedAnew(
            handle.createQuery("EXPLAIN SELECT FROM " + table + wanted.where()));
    wanted.bindTo(query);
    String plan = query.mapTo(String.class).first();
    Matcher rows = PLANNED_ROWS.matcher(plan);
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }

  /** As it was when PostgreSQL last looked; negative where it never did. */
  private double estimatedRows(Handle handle) {
    return handle
        .createQuery("SELECT reltuples FROM pg_class WHERE oid = ?::regclass")
        .bind(0, table)
        .mapTo(double.class)
        .one();
  }

  private List<V> ordered(
      Handle handle, String where, ToIntFunction<Query> bind, String order, long limit) {
    Query query =
        handle.createQuery("SELECT " + columns + " FROM " + table + where + order + " LIMIT ?");
    int position = bind.applyAsInt(query);
    return query.bind(position, limit).map(mapper).list();
  }

  private OptionalLong total(Handle handle, WhereClause filter, PageSelection request) {
    return request.includeTotal() ? OptionalLong.of(count(handle, filter)) : OptionalLong.empty();
  }

  private long count(Handle handle, WhereClause filter) {
    Query query = handle.createQuery("SELECT count(*) FROM " + table + filter.where());
    filter.bindTo(query);
    return query.mapTo(long.class).one();
  }
}
