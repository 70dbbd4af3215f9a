package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.shared.UnitOfWork;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Lends repositories the handle of the unit that the present thread is in, or else one that commits
 * each statement by itself.
 */
public final class JdbiUnitOfWork implements UnitOfWork {
  /** How often a unit is run in all when others get into its way. */
  private static final int ATTEMPTS = 3;

  private final ScopedValue<TransactionContext> present = ScopedValue.newInstance();
  private final Jdbi jdbi;
  private final Optional<DataSource> connections;
  private final CacheInvalidation invalidation;
  private final LongConnections longConnections = new LongConnections();
  private final RowReads rows = new RowReads(this);
  private final RowCaches caches = new RowCaches(this);
  private final AdvisoryLocks locks = new AdvisoryLocks(this);
  private final LongTransactions longTransactions = new LongTransactions(this);

  /** One whose rows nobody remembers, as nobody listens to changes. */
  public JdbiUnitOfWork(Jdbi jdbi) {
    this(jdbi, new CacheInvalidation());
  }

  /**
   * @param invalidation told of what is changed here
   */
  public JdbiUnitOfWork(Jdbi jdbi, CacheInvalidation invalidation) {
    this(jdbi, Optional.empty(), invalidation);
  }

  /**
   * Takes the JDBI over: its statements are no templates from now on, so that {@code <} is just
   * that, and its exceptions don't repeat what was bound, which belongs in no log.
   *
   * @param connections the ones that the JDBI opens, for reads that do without it
   */
  public JdbiUnitOfWork(
      Jdbi jdbi, Optional<DataSource> connections, CacheInvalidation invalidation) {
    this.jdbi = jdbi;
    this.connections = connections;
    this.invalidation = invalidation;
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
  public <T> T inSavepoint(Supplier<T> work) {
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
      part.flush();
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
              unit.commitWithDeferred();
            }
            return result;
          });
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  /** Runs a statement whose result nobody waits for: see {@link DeferredStatement}. */
  public void defer(@CompileTimeConstant final String sql, Binder binder) {
    DeferredStatement statement = new DeferredStatement(sql, binder);
    try {
      if (present.isBound()) {
        present.get().defer(statement);
      } else {
        jdbi.useHandle(statement::run);
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

  /** A lock that is let go at once protects nothing, and nobody would notice. */
  void requireRunning() {
    if (!present.isBound()) {
      throw new IllegalStateException("locks are held by units of work, and there is none");
    }
  }

  /** Opens a handle beside whatever unit the thread is in. */
  Handle open() {
    return jdbi.open();
  }

  /** The connections that {@link #open} opens, where they can be had without JDBI. */
  Optional<DataSource> connections() {
    return connections;
  }

  /** What tells the caches of changes. */
  public CacheInvalidation invalidation() {
    return invalidation;
  }

  /** The reads of single rows. */
  public RowReads rows() {
    return rows;
  }

  /** What is remembered of rows. */
  public RowCaches caches() {
    return caches;
  }

  /** The locks of numbers. */
  public AdvisoryLocks locks() {
    return locks;
  }

  /** What gives work more time. */
  public LongTransactions longTransactions() {
    return longTransactions;
  }

  /** The connections whose statements may take longer than those of requests. */
  public LongConnections longConnections() {
    return longConnections;
  }

  /** Does something once the present unit is committed, at once where there is none. */
  void onceCommitted(Runnable action) {
    if (present.isBound()) {
      present.get().handle().afterCommit(action);
    } else {
      action.run();
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
