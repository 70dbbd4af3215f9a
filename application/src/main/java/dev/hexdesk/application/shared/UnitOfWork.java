package dev.hexdesk.application.shared;

import java.util.function.Supplier;

/** Makes several steps one: all of them are kept, or none. */
public interface UnitOfWork {
  /**
   * Runs the work in a transaction; repositories called inside take part in it, and a unit inside
   * another joins it. Nothing is kept when the work throws, or when a repository reported that a
   * constraint refused a write. The work may be run again from its beginning when another
   * transaction got into its way, so all that it does must be in the repositories or in its answer.
   */
  <T> T inTransaction(Supplier<T> work);

  /**
   * Runs a part of the present unit, of which nothing is kept when a repository reports that a
   * constraint refused a write, while the rest of the unit can go on; work that throws ends the
   * whole. Outside of any unit it is one of its own.
   */
  <T> T inSavepoint(Supplier<T> work);

  /** Whether a unit is running here, so that what is done now is kept once that one ends. */
  boolean isRunning();
}
