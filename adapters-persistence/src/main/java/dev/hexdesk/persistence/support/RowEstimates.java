package dev.hexdesk.persistence.support;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * How many rows PostgreSQL's planner believes there are, and having it plan by the values at hand.
 */
final class RowEstimates {
  private static final Pattern PLANNED_ROWS = Pattern.compile(" rows=(\\d+) ");

  /** Never prepares on the server, where a plan that suits no value would be kept. */
  private static final StatementCustomizer PLANNED_ANEW =
      new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
          statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
      };

  private RowEstimates() {}

  /** The statement, planned for the very values that it is run with. */
  static Query plannedAnew(Query query) {
    return query.addCustomizer(PLANNED_ANEW);
  }

  /** The number of rows of a table that meet the conditions. */
  static double meeting(WhereClause wanted, String table, Handle handle) {
    Query query = plannedAnew(handle.createQuery("EXPLAIN SELECT FROM " + table + wanted.where()));
    wanted.bindTo(query);
    String plan = query.mapTo(String.class).first();
    Matcher rows = PLANNED_ROWS.matcher(plan);
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }

  /** The number of rows of a table when it was last analyzed; negative where it never was. */
  static double ofTable(String table, Handle handle) {
    return handle
        .createQuery("SELECT reltuples FROM pg_class WHERE oid = ?::regclass")
        .bind(0, table)
        .mapTo(double.class)
        .one();
  }
}
