package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Lends repositories the handle of the unit that the present thread is in, or else one that commits
 * each statement by itself.
 */
public final class JdbiUnitOfWork implements UnitOfWork {
  /** How often a unit is run in all when others get into its way. */
  private static final int ATTEMPTS = 3;

  /**
   * PostgreSQL ends a statement by itself; only where it is silent the driver does, a bit later.
   */
  private static final int GRACE = 5000;

  /** What takes long anyway had better wait for others than have been for nothing. */
  private static final String PATIENT_WITH_LOCKS = "SET LOCAL lock_timeout = '5s'";

  private final ScopedValue<TransactionContext> present = ScopedValue.newInstance();
  private final Jdbi jdbi;
  private final Optional<DataSource> connections;
  private final CacheInvalidation feed;

  /** One whose rows nobody remembers, as nobody listens to changes. */
  public JdbiUnitOfWork(Jdbi jdbi) {
    this(jdbi, new CacheInvalidation());
  }

  /**
   * @param feed told of what is changed here
   */
  public JdbiUnitOfWork(Jdbi jdbi, CacheInvalidation feed) {
    this(jdbi, Optional.empty(), feed);
  }

  /**
   * Takes the JDBI over: its statements are no templates from now on, so that {@code <} is just
   * that, and its exceptions don't repeat what was bound, which belongs in no log.
   *
   * @param connections the ones that the JDBI opens, for reads that do without it
   */
  public JdbiUnitOfWork(Jdbi jdbi, Optional<DataSource> connections, CacheInvalidation feed) {
    this.jdbi = jdbi;
    this.connections = connections;
    this.feed = feed;
    jdbi.configure(SqlStatements.class, it -> it.setTemplateEngine(TemplateEngine.NOP));
    jdbi.configure(StatementExceptions.class, it -> it.setMessageRendering(MessageRendering.NONE));
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (present.isBound()) {
      return joined(work);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(work);
      } catch (StorageUnavailable failure) {
        if (attempt == ATTEMPTS || !SqlErrors.isConflict(failure)) {
          throw failure;
        }
      }
    }
  }

  @Override
  public <T> T inPart(Supplier<T> work) {
    return present.isBound() ? joined(() -> runPart(work)) : inTransaction(work);
  }

  private <T> T runPart(Supplier<T> work) {
    Handle handle = present.get().handle();
    TransactionContext part = new TransactionContext(handle);
    handle.execute("SAVEPOINT part");
    T result = ScopedValue.where(present, part).call(work::get);
    if (part.hasFailed()) {
      handle.execute("ROLLBACK TO SAVEPOINT part");
    } else {
      part.handle();
    }
    handle.execute("RELEASE SAVEPOINT part");
    return result;
  }

  @Override
  public boolean isRunning() {
    return present.isBound();
  }

  private <T> T joined(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      // Whoever is outside may get over the failure, but what was half done must not be kept.
      present.get().fail();
      throw failure;
    }
  }

  private <T> T runOnce(Supplier<T> work) {
    try (Handle handle = jdbi.open()) {
      TransactionContext unit = new TransactionContext(handle);
      return handle.inTransaction(
          ignored -> {
            T result = ScopedValue.where(present, unit).call(work::get);
            if (unit.hasFailed()) {
              handle.rollback(); // and JDBI does not commit then
            } else {
              unit.commitWithLastWord();
            }
            return result;
          });
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /**
   * Runs a statement whose result nobody waits for, as the last of the present unit where no other
   * one follows: it goes with the commit then, which saves a round trip.
   */
  public void runLast(@CompileTimeConstant final String sql, Binder binder) {
    try {
      if (present.isBound()) {
        present.get().putOff(new TransactionContext.LastWord(sql, binder));
      } else {
        jdbi.useHandle(handle -> TransactionContext.run(handle, sql, binder));
      }
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /** Runs statements in the present unit, or outside of any transaction. */
  public <T> T with(Function<Handle, T> statements) {
    try {
      if (present.isBound()) {
        return statements.apply(present.get().handle());
      }
      try (Handle handle = jdbi.open()) {
        return statements.apply(handle);
      }
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /**
   * Runs statements outside of any transaction that may end with an error of the database's own
   * making.
   *
   * @param sqlState the error's
   * @return empty where it came to that
   */
  public <T> Optional<T> attempt(
      @CompileTimeConstant final String sqlState, Function<Handle, T> statements) {
    try {
      return Optional.of(with(statements));
    } catch (JdbiException failure) {
      if (SqlErrors.hasState(failure, sqlState)) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Reads the one row that an id names. It uses a connection directly: these are the hottest reads,
   * and JDBI's handles and statements would take a good part of their time.
   */
  public <T> Optional<T> findById(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader) {
    return present.isBound() || connections.isEmpty()
        ? with(handle -> read(handle.getConnection(), sql, id, reader))
        : readAlone(connections.get(), sql, id, reader);
  }

  private static <T> Optional<T> readAlone(
      DataSource connections, String sql, long id, RowExtractor<T> reader) {
    try (Connection connection = connections.getConnection()) {
      return read(connection, sql, id, reader);
    } catch (SQLException failure) {
      throw SqlErrors.translated(new ConnectionException(failure));
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  private static <T> Optional<T> read(
      Connection connection, String sql, long id, RowExtractor<T> reader) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }

  /** A memory of rows of the table. */
  public <V> RowCache<V> memoryOf(CacheInvalidation.Table table, int capacity) {
    return feed.memoryOf(table, capacity);
  }

  /**
   * The same, but what is remembered of the row is as good; not within a unit, which sees what
   * others don't.
   */
  public <T> Optional<T> findById(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader, RowCache<T> memory) {
    if (present.isBound()) {
      return findById(sql, id, reader);
    }
    Optional<T> known = memory.recall(id);
    return known.isPresent()
        ? known
        : memory.remember(id, () -> findById(sql, id, reader), Function.identity());
  }

  /** Lets nobody on this node remember the row once the present unit is committed. */
  public void changed(CacheInvalidation.Table table, long id) {
    onceKept(() -> feed.changed(table, id));
  }

  /** The same for many rows. */
  public void manyChanged() {
    onceKept(feed::allChanged);
  }

  private void onceKept(Runnable action) {
    if (present.isBound()) {
      present.get().handle().afterCommit(action);
    } else {
      action.run();
    }
  }

  /**
   * Reads the one row that an id names and locks it until the present unit ends.
   *
   * @param sql locks what it selects
   */
  public <T> Optional<T> findForUpdate(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader) {
    requireUnit();
    return findById(sql, id, reader);
  }

  /**
   * Runs what takes long in a transaction of its own, once: it reads or writes streams that can't
   * be had a second time.
   *
   * @param patience how long a single statement may take
   */
  public <T> T runLong(Duration patience, Function<Handle, T> work) {
    return runLong(patience, TransactionIsolationLevel.READ_COMMITTED, work);
  }

  /** The same for what reads with several statements, all of which see the same moment. */
  public <T> T readLong(Duration patience, Function<Handle, T> work) {
    return runLong(patience, TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  private <T> T runLong(
      Duration patience, TransactionIsolationLevel isolation, Function<Handle, T> work) {
    try (Handle handle = jdbi.open()) {
      return handle.inTransaction(
          isolation,
          it -> {
            extend(it, patience);
            it.execute(PATIENT_WITH_LOCKS);
            return work.apply(it);
          });
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /**
   * Gives the statements that follow in the present unit more time than others have.
   *
   * @param patience how long a single statement may take
   */
  public void extend(Duration patience) {
    requireUnit();
    with(
        handle -> {
          extend(handle, patience);
          return true;
        });
  }

  private static void extend(Handle handle, Duration patience) {
    try {
      // The pool takes it back with the connection, the transaction the other with its end.
      handle.getConnection().setNetworkTimeout(Runnable::run, (int) patience.toMillis() + GRACE);
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
    handle.execute("SELECT set_config('statement_timeout', ?, true)", patience.toMillis() + "");
  }

  /** Keeps others who name the same number waiting until the present unit ends. */
  public void lock(long number) {
    requireUnit();
    with(handle -> handle.execute("SELECT pg_advisory_xact_lock(?)", number));
  }

  /**
   * Takes a lock that the present unit holds until it ends, and does not wait for it. These locks
   * have nothing to do with those of {@link #lock}.
   *
   * @return whether nobody else has it
   */
  public boolean tryLock(long number) {
    requireUnit();
    return with(
        handle ->
            handle
                .select(
                    "SELECT pg_try_advisory_xact_lock(?, ?)", (int) (number >>> 32), (int) number)
                .mapTo(boolean.class)
                .one());
  }

  /** A lock that is let go at once protects nothing, and nobody would notice. */
  private void requireUnit() {
    if (!present.isBound()) {
      throw new IllegalStateException("locks are held by units of work, and there is none");
    }
  }

  /**
   * Runs a statement that constraints may refuse; nothing of the present unit is kept then.
   *
   * @param refusals what it means when the constraint of that name refuses
   */
  public <T> T write(Map<String, ? extends T> refusals, Function<Handle, T> statement) {
    try {
      return with(statement);
    } catch (JdbiException failure) {
      Optional<T> meaning =
          SqlErrors.refusingConstraint(failure)
              .flatMap(name -> Optional.ofNullable(refusals.get(name)));
      if (meaning.isPresent() && present.isBound()) {
        present.get().fail(); // PostgreSQL has aborted the transaction already
      }
      return meaning.orElseThrow(() -> failure);
    }
  }
}
