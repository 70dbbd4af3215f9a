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
 * nearest in the list's order, which finds what is frequent, and by the other table's index, which
 * finds what is rare. Either costs the same whatever the planner believes. What is neither is
 * looked for on the way that the number of those found so far promises to be the shorter one.
 */
public final class PrefilteredList {
  /** So many rows are looked at first, in a few milliseconds. */
  static final int NEAREST = 2_000;

  /** And so many where a page is likely among them. */
  static final int FARTHER = 20_000;

  /**
   * How much longer a row takes that the index gives: it may lie anywhere, and has to be sorted.
   */
  private static final double COST_BY_INDEX = 6;

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

  /**
   * Whether going on in the list's order is likely to fill a page sooner than the index does, which
   * gives all that are selected.
   *
   * @param found how many of the nearest are selected
   * @param wanted how many make a page
   * @param rows how many rows the list has, about
   */
  static boolean isNearer(int found, long wanted, double rows) {
    double inOrder = (double) NEAREST * wanted / Math.max(found, 1);
    double byIndex = rows * found / NEAREST;
    return found > 0 && inOrder <= FARTHER && inOrder < byIndex * COST_BY_INDEX;
  }

  /**
   * The ids of those rows of a list, in its order, that are selected and near its beginning.
   *
   * @param rows how many are near
   */
  String idsOfNearest(String list, String where, String order, int rows) {
    return "ARRAY(SELECT id FROM (SELECT id FROM "
        + list
        + where
        + order
        + " LIMIT "
        + rows
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
