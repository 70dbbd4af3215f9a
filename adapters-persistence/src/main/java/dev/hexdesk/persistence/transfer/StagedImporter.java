package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.RowError;
import dev.hexdesk.application.transfer.RowImporter;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;

/**
 * Takes rows in by way of a temporary table: copied there as they come, then checked against what
 * is there already and merged into it, with a few statements for all of them.
 */
abstract class StagedImporter<R> implements RowImporter<R> {
  private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(10);

  /** So many characters are sent at a time. */
  static final int CHUNK = 1 << 16;

  /** How often rows are checked and merged in all when others write the same meanwhile. */
  private static final int ATTEMPTS = 3;

  private final JdbiUnitOfWork unitOfWork;
  private final Statements sql;

  /**
   * What is done with the rows, each statement with the names of {@link #bind} for its parameters.
   *
   * @param create makes the temporary table
   * @param copy fills it
   * @param match finds out which rows are there already
   * @param lock holds those rows until the end, in the order of their ids as everybody does who
   *     locks several; what follows sees them as nobody else can change them
   * @param part parts with rows that were deleted before they were held
   * @param errors gives {@code line, field, code, detail} of what is wrong with a set of rows
   */
  record Statements(
      String create, String copy, List<String> match, String lock, String part, String errors) {
    Statements {
      match = List.copyOf(match);
    }

    /**
     * Those that are the same whatever is imported, and what is added to them.
     *
     * @param table where the rows go in the end; the temporary one has the same name, after {@code
     *     imported_}
     * @param one thing of the table, to users
     * @param errors beside those of ids: unknown ones, and ones that several rows have
     */
    static Statements of(
        String table, String one, String create, String copy, List<String> match, String errors) {
      return new Statements(
          create,
          copy,
          match,
          LOCK.formatted(table),
          PART.formatted(table),
          ID_ERRORS.formatted(table, one) + "UNION ALL\n" + errors);
    }

    private static final String LOCK =
        """
        WITH held AS MATERIALIZED (
          SELECT id
            FROM %1$s
           WHERE id IN (SELECT target FROM imported_%1$s)
           ORDER BY id
             FOR NO KEY UPDATE)
        SELECT count(*) FROM held
        """;
    private static final String PART =
        """
        UPDATE imported_%1$s s SET target = NULL
         WHERE target IS NOT NULL AND NOT EXISTS (SELECT FROM %1$s present WHERE present.id = s.target)
        """;
    private static final String ID_ERRORS =
        """
        SELECT line, 'id' AS field, 'unknown' AS code, 'must be the id of %2$s' AS detail
          FROM imported_%1$s WHERE id IS NOT NULL AND target IS NULL
        UNION ALL
        SELECT line, CASE WHEN id IS NULL THEN 'external_id' ELSE 'id' END, 'duplicate',
               'is in line ' || first || ' already'
          FROM (SELECT line, id, min(line) OVER (PARTITION BY target) AS first
                  FROM imported_%1$s WHERE target IS NOT NULL) AS same
         WHERE line > first
        UNION ALL
        SELECT line, 'external_id', 'duplicate', 'is in line ' || first || ' already'
          FROM (SELECT line, target, first_value(line) OVER same_id AS first,
                       first_value(target) OVER same_id AS first_target
                  FROM imported_%1$s WHERE external_id IS NOT NULL
                WINDOW same_id AS (PARTITION BY external_id ORDER BY line)) AS same
         WHERE line > first AND (target IS NULL OR target IS DISTINCT FROM first_target)
        """;
  }

  StagedImporter(JdbiUnitOfWork unitOfWork, Statements sql) {
    this.unitOfWork = unitOfWork;
    this.sql = sql;
  }

  /** Writes a row of the temporary table. */
  abstract void write(R row, CopyText rows);

  /**
   * Decides on the rows, once what they name is held; nothing is written for good yet.
   *
   * @param errors takes what is wrong with them beside what {@code errors} has found
   */
  abstract void decide(Handle handle, ImportOptions options, ImportErrors errors);

  /** Writes what was decided. */
  abstract ImportCounts write(Handle handle, long rows, ImportOptions options);

  @Override
  public ImportCounts importRows(
      Consumer<Consumer<R>> source,
      ImportOptions options,
      ImportErrors errors,
      BooleanSupplier stillAllowed) {
    ImportCounts counts =
        unitOfWork
            .longTransactions()
            .run(STATEMENT_TIMEOUT, handle -> take(handle, source, options, errors, stillAllowed));
    unitOfWork.caches().invalidateAll();
    return counts;
  }

  private ImportCounts take(
      Handle handle,
      Consumer<Consumer<R>> source,
      ImportOptions options,
      ImportErrors errors,
      BooleanSupplier stillAllowed) {
    handle.execute(sql.create());
    long rows = copy(handle, source);
    ImportCounts counts = merge(handle, rows, options, errors, stillAllowed);
    if (!errors.isEmpty() || !stillAllowed.getAsBoolean() || !options.keep()) {
      handle.rollback(); // and JDBI does not commit then
    }
    return counts;
  }

  private long copy(Handle handle, Consumer<Consumer<R>> source) {
    return copy(
        handle,
        sql.copy(),
        send -> {
          CopyText rows = new CopyText();
          source.accept(
              row -> {
                write(row, rows);
                if (rows.length() >= CHUNK) {
                  send.accept(rows);
                }
              });
          send.accept(rows);
        });
  }

  /**
   * Copies rows into a table.
   *
   * @param rows hands over texts of rows, which are empty afterwards
   * @return how many rows there were
   */
  static long copy(Handle handle, String statement, Consumer<Consumer<CopyText>> rows) {
    try {
      CopyIn copy =
          handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
      try {
        rows.accept(text -> send(copy, text));
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }

  private static void send(CopyIn copy, CopyText rows) {
    byte[] bytes = rows.drain();
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }

  private ImportCounts merge(
      Handle handle,
      long rows,
      ImportOptions options,
      ImportErrors errors,
      BooleanSupplier stillAllowed) {
    for (int attempt = 1; ; attempt++) {
      handle.savepoint("checked");
      try {
        check(handle, options, errors);
        decide(handle, options, errors);
        return errors.isEmpty() && isAllowed(handle, options, stillAllowed)
            ? write(handle, rows, options)
            : new ImportCounts(rows, 0, 0, 0);
      } catch (UnableToExecuteStatementException failure) {
        // Somebody else took a phone number, say, after it was looked for.
        if (attempt == ATTEMPTS || !isRefusal(failure)) {
          throw failure;
        }
        handle.rollbackToSavepoint("checked");
      }
    }
  }

  /** From here on, whoever imports can't be deleted, so that rows may name them as their owner. */
  private static boolean isAllowed(
      Handle handle, ImportOptions options, BooleanSupplier stillAllowed) {
    handle
        .createQuery("SELECT id FROM users WHERE id = :by FOR KEY SHARE")
        .bind("by", options.by().value())
        .mapTo(long.class)
        .findOne();
    return stillAllowed.getAsBoolean();
  }

  private void check(Handle handle, ImportOptions options, ImportErrors errors) {
    sql.match().forEach(handle::execute);
    handle.select(sql.lock()).mapTo(long.class).one();
    handle.execute(sql.part());
    String query =
        "SELECT line, field, code, detail, count(*) OVER () AS found FROM ("
            + sql.errors()
            + ") AS errors ORDER BY line, field LIMIT "
            + ImportErrors.MOST;
    List<Long> found =
        bind(handle.createQuery(query), options)
            .map(
                (row, context) -> {
                  errors.add(
                      new RowError(
                          row.getLong("line"),
                          row.getString("field"),
                          row.getString("code"),
                          row.getString("detail")));
                  return row.getLong("found");
                })
            .list();
    if (!found.isEmpty()) {
      errors.addMore(found.getFirst() - found.size());
    }
  }

  static <S extends SqlStatement<S>> S bind(S statement, ImportOptions options) {
    return statement
        .configure(SqlStatements.class, it -> it.setUnusedBindingAllowed(true))
        .bind("now", SqlValues.instant(options.now()))
        .bind("by", options.by().value())
        .bind("historic", options.mayRewriteHistory());
  }

  private static boolean isRefusal(UnableToExecuteStatementException failure) {
    return failure.getCause() instanceof PSQLException sql
        && ("23505".equals(sql.getSQLState()) || "23503".equals(sql.getSQLState()));
  }
}
