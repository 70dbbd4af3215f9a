package dev.hexdesk.persistence.support;

import dev.hexdesk.application.transfer.RowStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Gives work more time than requests have. */
public final class LongTransactions {
  /**
   * PostgreSQL ends a statement by itself; only where it is silent the driver does, a bit later.
   */
  private static final int GRACE = 5000;

  /** What takes long anyway had better wait for others than have been for nothing. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '5s'";

  /**
   * Between two statements a client may send or take what belongs to them; that whoever stalls is
   * shown the door is decided elsewhere, and long before.
   */
  private static final String IDLE_TIMEOUT = "SET LOCAL idle_in_transaction_session_timeout = '1h'";

  /**
   * By a statement, as JDBI would set the level back at the end, and hide by its own failure that
   * the connection was lost.
   */
  private static final String ISOLATION = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

  private final JdbiUnitOfWork unitOfWork;

  LongTransactions(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Runs what takes long in a transaction of its own, once: it reads or writes streams that can't
   * be had a second time.
   *
   * @param timeout how long a single statement may take
   */
  public <T> T run(Duration timeout, Function<Handle, T> work) {
    return run(timeout, it -> {}, work);
  }

  /** Runs what reads with several statements, all of which see the same moment. */
  public <T> T read(Duration timeout, Function<Handle, T> work) {
    return run(timeout, it -> it.execute(ISOLATION), work);
  }

  /** Rows that are read in a transaction of their own, whoever asks for them and whenever. */
  public <V> RowStream<V> stream(Duration timeout, BiConsumer<Handle, Consumer<? super V>> rows) {
    return (opened, handler) ->
        read(
            timeout,
            handle -> {
              opened.run();
              rows.accept(handle, handler);
              return true;
            });
  }

  private <T> T run(Duration timeout, Consumer<Handle> isolation, Function<Handle, T> work) {
    try (Handle handle = unitOfWork.open()) {
      return handle.inTransaction(
          it -> {
            isolation.accept(it);
            it.execute(LOCK_TIMEOUT);
            it.execute(IDLE_TIMEOUT);
            extend(it, timeout);
            return work.apply(it);
          });
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /**
   * Gives the statements that follow in the present unit more time than others have.
   *
   * @param timeout how long a single statement may take
   */
  public void extend(Duration timeout) {
    unitOfWork.requireRunning();
    unitOfWork.with(
        handle -> {
          extend(handle, timeout);
          return true;
        });
  }

  private void extend(Handle handle, Duration timeout) {
    // While the driver waits no longer than ever: a database that is silent is found out by this.
    handle.execute(
        "SELECT set_config('statement_timeout', ?, true)", Long.toString(timeout.toMillis()));
    try {
      // The pool takes it back with the connection, the transaction the other with its end.
      handle.getConnection().setNetworkTimeout(Runnable::run, (int) timeout.toMillis() + GRACE);
      unitOfWork.longConnections().add(handle);
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }
}
