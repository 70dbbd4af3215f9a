package dev.hexdesk.persistence.support;

import dev.hexdesk.persistence.support.PrefilteredList.Walk;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Looks for the rows of one page. Where what is wanted may lie far from the page's beginning, all
 * of it, the nearest rows are looked at first, and then, unless these make a page, all that an
 * index gives.
 */
final class PageSearch<V> {
  /** Above this share, those in the way are fewer than those that an index gives. */
  private static final double LARGE_PART = 0.4;

  /**
   * Where in the list rows are looked for.
   *
   * @param beyond the condition that a row comes after the last one seen
   * @param walk how the nearest ones are gone through where another table selects
   */
  record Place(String sortedBy, String order, WhereClause beyond, Walk walk) {}

  private final ListTable<V> table;
  private final Handle handle;
  private final WhereClause wanted;
  private final Place place;
  private final long limit;

  /** Asked for when first needed. */
  private OptionalDouble tableRows = OptionalDouble.empty();

  PageSearch(ListTable<V> table, Handle handle, WhereClause wanted, Place place, long limit) {
    this.table = table;
    this.handle = handle;
    this.wanted = wanted;
    this.place = place;
    this.limit = limit;
  }

  /** So many rows as the limit says, or all that there are. */
  List<V> rows() {
    if (wanted.selection().isPresent()) {
      PrefilteredList selection = wanted.selection().get();
      Selected selected = new Selected(selection);
      return selection.isRare(place.walk(), limit) ? selected.byIndex() : nearestFirst(selected);
    }
    return wanted.hasRangeApartFrom(place.sortedBy()) ? nearestFirst(new InRange()) : inOrder();
  }

  private List<V> nearestFirst(Criterion criterion) {
    List<V> found = criterion.nearest(PrefilteredList.NEAREST);
    if (found.size() < limit
        && !found.isEmpty()
        && place.walk().isShorter(found.size(), limit, tableRows())) {
      found = criterion.nearest(place.walk().farthest());
    }
    return found.size() == limit ? found : criterion.byIndex();
  }

  private double tableRows() {
    if (tableRows.isEmpty()) {
      tableRows = OptionalDouble.of(RowEstimates.ofTable(table.name(), handle));
    }
    return tableRows.getAsDouble();
  }

  private List<V> inOrder() {
    return first(wanted.where(), wanted::bindTo);
  }

  private List<V> first(String where, ToIntFunction<Query> bind) {
    return table.first(handle, where, bind, place.order(), limit);
  }

  /** Rows whose ids another statement gives; its last value is how many it gives at the most. */
  private List<V> withIds(String ids, ToIntFunction<Query> bind) {
    return first(
        " WHERE id = ANY (" + ids + ")",
        query -> {
          int position = bind.applyAsInt(query);
          query.bind(position, limit);
          return position + 1;
        });
  }

  /** What may let rows through that lie anywhere in the list. */
  private interface Criterion<V> {
    /** Those among so many that are the nearest. */
    List<V> nearest(int rows);

    /** All, by an index. */
    List<V> byIndex();
  }

  /** Another table says which rows. */
  private final class Selected implements Criterion<V> {
    private final PrefilteredList selection;
    private final WhereClause rest = wanted.withoutSelection();

    Selected(PrefilteredList selection) {
      this.selection = selection;
    }

    @Override
    public List<V> nearest(int rows) {
      return withIds(
          selection.idsOfNearest(place.walk(), table.name(), rest.where(), place.order(), rows),
          query -> selection.bindTo(query, rest.bindTo(query)));
    }

    @Override
    public List<V> byIndex() {
      String others = rest.where();
      String conjunction = others.isEmpty() ? " WHERE " : " AND ";
      return first(others + conjunction + selection.conditionByIndex(), wanted::bindTo);
    }
  }

  /** A column that the list is not sorted by has bounds. */
  private final class InRange implements Criterion<V> {
    @Override
    public List<V> nearest(int rows) {
      return withIds(
          ids(place.beyond().where() + place.order() + " LIMIT " + rows, wanted.where()),
          query -> wanted.bindTo(query, place.beyond().bindTo(query)));
    }

    /** OFFSET keeps the order out of what the planner decides about the rows. */
    @Override
    public List<V> byIndex() {
      if (RowEstimates.meeting(wanted, table.name(), handle) >= LARGE_PART * tableRows()) {
        return inOrder();
      }
      return withIds(
          ids(wanted.where() + " OFFSET 0", place.order()),
          query -> wanted.bindTo(RowEstimates.plannedAnew(query), 0));
    }

    private String ids(String inner, String outer) {
      return "ARRAY(SELECT id FROM (SELECT * FROM %1$s%2$s) AS %1$s%3$s LIMIT ?)"
          .formatted(table.name(), inner, outer);
    }
  }
}
