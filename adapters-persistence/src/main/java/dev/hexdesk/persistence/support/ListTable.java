package dev.hexdesk.persistence.support;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * What a list's statements read.
 *
 * @param name the table
 * @param columns what of it a row is made of
 */
record ListTable<V>(String name, String columns, RowMapper<V> mapper) {
  /** So many rows of a long list come at once. */
  private static final int FETCHED = 500;

  /**
   * The first rows in an order.
   *
   * @param bind binds the condition's values, and tells the position after the last one
   */
  List<V> first(Handle handle, String where, ToIntFunction<Query> bind, String order, long limit) {
    Query query = handle.createQuery(select() + where + order + " LIMIT ?");
    int position = bind.applyAsInt(query);
    return query.bind(position, limit).map(mapper).list();
  }

  /** Hands over all rows in an order, holding a few at a time; needs a transaction. */
  void forEach(Handle handle, WhereClause filter, String order, Consumer<? super V> handler) {
    Query query = handle.createQuery(select() + filter.where() + order);
    filter.bindTo(query);
    query.setFetchSize(FETCHED).map(mapper).useIterator(rows -> rows.forEachRemaining(handler));
  }

  long count(Handle handle, WhereClause filter) {
    Query query = handle.createQuery("SELECT count(*) FROM " + name + filter.where());
    filter.bindTo(query);
    return query.mapTo(long.class).one();
  }

  private String select() {
    return "SELECT " + columns + " FROM " + name;
  }
}
