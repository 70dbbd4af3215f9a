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
}
