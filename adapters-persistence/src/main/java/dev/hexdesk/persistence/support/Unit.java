package dev.hexdesk.persistence.support;

import org.jdbi.v3.core.Handle;

/** A transaction that runs. */
final class Unit {
  private final Handle handle;
  private boolean failed;

  Unit(Handle handle) {
    this.handle = handle;
  }

  /** PostgreSQL would refuse statements in an aborted transaction too, in less clear words. */
  Handle handle() {
    if (failed) {
      throw new IllegalStateException("this unit of work failed already; it can only end");
    }
    return handle;
  }

  /** Lets nothing of the unit be kept. */
  void fail() {
    failed = true;
  }

  boolean hasFailed() {
    return failed;
  }
}
