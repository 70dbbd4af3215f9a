package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import org.jdbi.v3.core.statement.Query;

/**
 * Rows of a list that are chosen by a table beside it, for instance by the words in them. How often
 * these occur nobody knows beforehand, so a page is looked for in two ways: among the rows that are
 * nearest in the list's order, which finds what is frequent, and by the other table's index, which
 * finds what is rare. Either costs the same whatever the planner believes. In between, the share of
 * matches among the first {@link #NEAREST} rows tells which way is the shorter one.
 */
public final class PrefilteredList {
  /** So many rows are looked at first, in a few milliseconds. */
  static final int NEAREST = 2_000;

  /** How the rows that are nearest in a list's order are looked at. */
  enum Walk {
    /** Each is looked up in the other table. */
    OVER_LIST(20_000, 4, 1),
    /** The other table is gone through itself, as the list is in the order of the ids alone. */
    OVER_OTHER_TABLE(50_000, 12, 3);

    private final int farthest;
    private final double costByIndex;
    private final double costOfFew;

    /**
     * @param farthest so many rows are looked at where a page is likely among them
     * @param costByIndex how much longer a row takes that the index gives: it may lie anywhere, and
     *     has to be sorted
     * @param costOfFew the same where there are at most {@link #NEAREST}, so that they are sorted
     *     at once and lie in some hundred pages
     */
    Walk(int farthest, double costByIndex, double costOfFew) {
      this.farthest = farthest;
      this.costByIndex = costByIndex;
      this.costOfFew = costOfFew;
    }

    int farthest() {
      return farthest;
    }

    /**
     * Whether going on in the list's order is likely to fill a page sooner than the index does,
     * which gives all that are selected.
     *
     * @param found how many of the nearest are selected
     * @param wanted how many make a page
     * @param rows how many rows the list has, about
     */
    boolean isShorter(int found, long wanted, double rows) {
      double inOrder = (double) NEAREST * wanted / Math.max(found, 1);
      double byIndex = rows * found / NEAREST;
      return found > 0 && inOrder <= farthest && inOrder < byIndex * costByIndex;
    }
  }

  private final String table;
  private final String reference;
  private final WhereClause conditions;
  private final Estimate estimate;

  /**
   * What is known beforehand of the rows that are selected.
   *
   * @param atMost their number at the most, about; infinite where nobody knows
   * @param rows the number of rows of which they are selected
   */
  public record Estimate(double atMost, double rows) {}

  /**
   * @param table the other table, which has a row for each of the list's
   * @param reference its column with the list's id
   */
  public PrefilteredList(
      @CompileTimeConstant final String table,
      @CompileTimeConstant final String reference,
      WhereClause conditions,
      Estimate estimate) {
    this.estimate = estimate;
    this.table = table;
    this.reference = reference;
    this.conditions = conditions;
  }

  /**
   * Whether the index is done before the nearest rows are looked at, or before so many of them as
   * fill a page when what is selected lies evenly among them.
   *
   * @param wanted how many make a page
   */
  boolean isRare(Walk walk, long wanted) {
    double inOrder = wanted * estimate.rows() / Math.max(estimate.atMost(), 1);
    return estimate.atMost() * walk.costOfFew <= Math.min(NEAREST, inOrder);
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
   * The ids of those rows of a list, in its order, that are selected and near its beginning.
   *
   * @param rows how many are near
   */
  String idsOfNearest(Walk walk, String list, String where, String order, int rows) {
    return switch (walk) {
      case OVER_LIST ->
          "ARRAY(SELECT id FROM (SELECT id FROM "
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
      case OVER_OTHER_TABLE ->
          "ARRAY(SELECT id FROM (SELECT * FROM (SELECT "
              + reference
              + " AS id, * FROM "
              + table
              + ") AS each"
              + where
              + order
              + " LIMIT "
              + rows
              + ") AS nearest"
              + conditions.where()
              + " LIMIT ?)";
    };
  }

  int bindTo(Query query, int first) {
    return conditions.bindTo(RowEstimates.plannedAnew(query), first);
  }
}
