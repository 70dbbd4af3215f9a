package dev.hexdesk.persistence.support;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The state of a running transaction. */
final class TransactionContext {
  private final Handle handle;
  private @Nullable DeferredStatement deferred;
  private boolean failed;

  TransactionContext(Handle handle) {
    this.handle = handle;
  }

  /**
   * The handle for the next statement, once what was deferred has run. PostgreSQL would refuse
   * statements in an aborted transaction too, in less clear words.
   */
  Handle handle() {
    requireSound();
    flush();
    return handle;
  }

  private void requireSound() {
    if (failed) {
      throw new IllegalStateException("this unit of work failed already; it can only end");
    }
  }

  /** Defers a statement until another one follows, or the transaction is committed. */
  void defer(DeferredStatement statement) {
    requireSound();
    flush();
    deferred = statement;
  }

  /** Runs what was deferred. */
  void flush() {
    DeferredStatement statement = taken();
    if (statement != null) {
      statement.run(handle);
    }
  }

  /** Commits together with what was deferred; where nothing was, that is left to the caller. */
  void commitWithDeferred() {
    DeferredStatement statement = taken();
    if (statement != null) {
      statement.runAndCommit(handle);
    }
  }

  private @Nullable DeferredStatement taken() {
    DeferredStatement statement = deferred;
    deferred = null;
    return statement;
  }

  /** Lets nothing of the unit be kept. */
  void fail() {
    failed = true;
    deferred = null;
  }

  boolean hasFailed() {
    return failed;
  }
}
