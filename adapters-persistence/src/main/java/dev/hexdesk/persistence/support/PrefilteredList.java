package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * Rows of a list that are chosen by a table beside it, for instance by the words in them. How often
 * these occur nobody knows beforehand, so a page is looked for in two ways: among the rows that are
 * nearest in the list's order, which finds what is frequent, and then by the other table's index,
 * which finds what is rare. Either costs the same whatever the planner believes.
 */
public final class PrefilteredList {
  private static final int NEAREST = 2_000;

  /** Never prepares on the server, where a plan that suits no value would be kept. */
  private static final StatementCustomizer PLANNED_ANEW =
      new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
          statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
      };

  private final String table;
  private final String reference;
  private final WhereClause conditions;

  /**
   * @param table the other table, which has a row for each of the list's
   * @param reference its column with the list's id
   */
  public PrefilteredList(
      @CompileTimeConstant final String table,
      @CompileTimeConstant final String reference,
      WhereClause conditions) {
    this.table = table;
    this.reference = reference;
    this.conditions = conditions;
  }

  /** The condition that a list's row is selected. */
  String condition() {
    return "id IN (SELECT " + reference + " FROM " + table + conditions.where() + ")";
  }

  /** The condition that a list's row is selected, where the other table's index is asked first. */
  String conditionByIndex() {
    return "id = ANY (ARRAY(SELECT " + reference + " FROM " + table + conditions.where() + "))";
  }

  /** The ids of those rows of a list, in its order, that are selected and near its beginning. */
  String idsOfNearest(String list, String where, String order) {
    return "ARRAY(SELECT id FROM (SELECT id FROM "
        + list
        + where
        + order
        + " LIMIT "
        + NEAREST
        + ") AS nearest WHERE (SELECT "
        + conditions.expression()
        + " FROM "
        + table
        + " WHERE "
        + reference
        + " = nearest.id) LIMIT ?)";
  }

  int bindTo(Query query, int first) {
    query.addCustomizer(PLANNED_ANEW);
    return conditions.bindTo(query, first);
  }
}
