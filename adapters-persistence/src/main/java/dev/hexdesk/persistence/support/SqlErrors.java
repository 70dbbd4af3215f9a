package dev.hexdesk.persistence.support;

import dev.hexdesk.application.shared.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what went wrong in the database by its SQLSTATE (PostgreSQL's appendix A). */
final class SqlErrors {
  private static final Set<String> UNAVAILABLE =
      Set.of(
          "53300", // too many connections
          "55P03", // a lock was not to be had in time
          "57014", // the statement was cancelled, by its timeout
          "25P03", // the server closed a transaction that idled
          "25P04"); // the server closed a transaction that took too long
  private static final Set<String> CONFLICTS =
      Set.of(
          "40001", // can't be serialized
          "40P01"); // deadlock
  private static final Set<String> REFUSALS =
      Set.of(
          "23503", // foreign key
          "23505"); // unique

  private SqlErrors() {}

  /** The failure as those outside may see it: storage that is away, or what it was. */
  static RuntimeException translated(RuntimeException failure) {
    boolean noConnection = failure instanceof ConnectionException;
    return noConnection || sqlOf(failure).filter(SqlErrors::isWorthRetrying).isPresent()
        ? new StorageUnavailable(failure)
        : failure;
  }

  /** Whether two transactions got into each other's way, so that running one again may help. */
  static boolean isConflict(StorageUnavailable failure) {
    return sqlOf(failure).filter(sql -> hasState(sql, CONFLICTS)).isPresent();
  }

  static boolean hasState(RuntimeException failure, String state) {
    return sqlOf(failure).filter(sql -> hasState(sql, Set.of(state))).isPresent();
  }

  /** The name of the unique or foreign key constraint that refused a write. */
  static Optional<String> refusingConstraint(RuntimeException failure) {
    return sqlOf(failure)
        .filter(sql -> hasState(sql, REFUSALS))
        .filter(PSQLException.class::isInstance)
        .map(sql -> ((PSQLException) sql).getServerErrorMessage())
        .map(ServerErrorMessage::getConstraint);
  }

  private static boolean isWorthRetrying(SQLException sql) {
    String state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException // the pool's own timeout
        || hasState(sql, UNAVAILABLE)
        || hasState(sql, CONFLICTS)
        || (state != null && (state.startsWith("08") || state.startsWith("57P0")));
  }

  private static boolean hasState(SQLException sql, Set<String> states) {
    return sql.getSQLState() != null && states.contains(sql.getSQLState());
  }

  private static Optional<SQLException> sqlOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
