package dev.hexdesk.persistence.support;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The state of a running transaction. */
final class TransactionContext {
  private final Handle handle;
  private @Nullable LastWord lastWord;
  private boolean failed;

  TransactionContext(Handle handle) {
    this.handle = handle;
  }

  /** A statement that was put off, as nobody waits for its result. */
  record LastWord(String sql, Binder binder) {}

  /** PostgreSQL would refuse statements in an aborted transaction too, in less clear words. */
  Handle handle() {
    requireSound();
    say("");
    return handle;
  }

  private void requireSound() {
    if (failed) {
      throw new IllegalStateException("this unit of work failed already; it can only end");
    }
  }

  /** Puts a statement off until another one follows, or the unit is committed. */
  void putOff(LastWord statement) {
    requireSound();
    say("");
    lastWord = statement;
  }

  /**
   * Commits in one go with the statement that was put off, if there is one; whoever runs the
   * transaction has nothing left to commit then.
   */
  void commitWithLastWord() {
    say("; COMMIT");
  }

  private void say(String more) {
    LastWord statement = lastWord;
    lastWord = null;
    if (statement != null) {
      run(handle, statement.sql() + more, statement.binder());
    }
  }

  /** Runs a statement whose result is of no interest. */
  static void run(Handle handle, String sql, Binder binder) {
    try (PreparedStatement prepared = handle.getConnection().prepareStatement(sql)) {
      binder.bind(prepared);
      prepared.execute();
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }

  /** Lets nothing of the unit be kept. */
  void fail() {
    failed = true;
    lastWord = null;
  }

  boolean hasFailed() {
    return failed;
  }
}
