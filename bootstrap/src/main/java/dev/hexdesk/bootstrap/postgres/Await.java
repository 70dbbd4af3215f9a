package dev.hexdesk.bootstrap.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what nobody tells us about, such as the end of a process that is not our child. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /** Whether the condition came true within the limit. */
  static boolean until(Duration limit, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }
}
