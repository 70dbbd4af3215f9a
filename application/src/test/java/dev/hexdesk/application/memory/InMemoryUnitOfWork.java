package dev.hexdesk.application.memory;

import dev.hexdesk.application.shared.UnitOfWork;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Runs one transaction at a time and brings everything back when it fails. */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private final InMemoryDepartment department;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean running;
  private boolean failed;
  private boolean administratorsLocked;

  InMemoryUnitOfWork(InMemoryDepartment department) {
    this.department = department;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    lock.lock();
    try {
      return running ? join(work) : begin(work);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> T inSavepoint(Supplier<T> work) {
    lock.lock();
    try {
      if (!running) {
        return begin(work);
      }
      Runnable undo = department.snapshot();
      T result = join(work);
      if (failed) {
        undo.run();
        failed = false;
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    return lock.isHeldByCurrentThread() && running;
  }

  private <T> T begin(Supplier<T> work) {
    Runnable undo = department.snapshot();
    running = true;
    failed = false;
    administratorsLocked = false;
    try {
      return join(work);
    } finally {
      running = false;
      if (failed) {
        undo.run();
      }
    }
  }

  private <T> T join(Supplier<T> work) {
    boolean returned = false;
    try {
      T result = work.get();
      returned = true;
      return result;
    } finally {
      failed |= !returned;
    }
  }

  /**
   * One statement. As in PostgreSQL, a transaction in which a constraint refused a write takes no
   * further ones.
   */
  <T> T statement(Supplier<T> step) {
    lock.lock();
    try {
      if (running && failed) {
        throw new IllegalStateException("the transaction failed already");
      }
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  /** Tells that a constraint refused a write. */
  <T> T refused(T why) {
    failed = true;
    return why;
  }

  /** Begins what lasts until a transaction ends. */
  void requireTransaction() {
    if (!running) {
      throw new IllegalStateException("outside of a transaction this protects nothing");
    }
  }

  /** Begins what only one transaction at a time may do. */
  void lockAdministrators() {
    if (!running) {
      throw new IllegalStateException("outside of a transaction a lock holds nobody back");
    }
    administratorsLocked = true;
  }

  void requireAdministratorsLocked() {
    if (!running || !administratorsLocked) {
      throw new IllegalStateException("without the lock the answer may be wrong at once");
    }
  }
}
