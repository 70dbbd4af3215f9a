package dev.hexdesk.persistence.support;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A statement whose result nobody waits for. It waits for the next statement of its unit of work,
 * or else goes to the database together with {@code COMMIT}, in one message of pgjdbc's extended
 * protocol, which saves a round trip: an event of a ticket's history is the last that each change
 * writes. What is wrong with it comes out then, by the constraint's name as ever. The gain was
 * measured (docs/performance.md): none on one machine, so it is the network's time that is saved.
 */
record DeferredStatement(String sql, Binder binder) {
  /** Runs it before another statement. */
  void run(Handle handle) {
    run(handle, sql);
  }

  /** Runs it and commits; whoever runs the transaction has nothing left to commit then. */
  void runAndCommit(Handle handle) {
    run(handle, sql + "; COMMIT");
  }

  private void run(Handle handle, String statement) {
    try (PreparedStatement prepared = handle.getConnection().prepareStatement(statement)) {
      binder.bind(prepared);
      prepared.execute();
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }
}
