package dev.hexdesk.persistence.support;

/** Locks of numbers, which mean what their users agree on (PostgreSQL, section 13.3.5). */
public final class AdvisoryLocks {
  private final JdbiUnitOfWork unitOfWork;

  AdvisoryLocks(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Keeps others who name the same number waiting until the present unit ends. */
  public void lock(long number) {
    unitOfWork.requireRunning();
    unitOfWork.with(handle -> handle.execute("SELECT pg_advisory_xact_lock(?)", number));
  }

  /**
   * Takes a lock that the present unit holds until it ends, and does not wait for it. These locks
   * have nothing to do with those of {@link #lock}.
   *
   * @return whether nobody else has it
   */
  public boolean tryLock(long number) {
    unitOfWork.requireRunning();
    return unitOfWork.with(
        handle ->
            handle
                .select(
                    "SELECT pg_try_advisory_xact_lock(?, ?)", (int) (number >>> 32), (int) number)
                .mapTo(boolean.class)
                .one());
  }
}
