package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.jvm.ThreadDeadlockDetector;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the process can still do anything; where it can't, only a new start helps. Of the
 * database it says nothing, as that would not come back by a new start.
 */
public final class Liveness implements Supplier<Optional<String>> {
  private final ThreadDeadlockDetector deadlocks = new ThreadDeadlockDetector();

  /** Empty while the process is alive. */
  @Override
  public Optional<String> get() {
    return deadlocks.getDeadlockedThreads().isEmpty()
        ? Optional.empty()
        : Optional.of("Threads wait for each other for ever");
  }
}
