package dev.hexdesk.rest.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A budget that is refilled all the time, kept as the one moment at which it will be full again
 * (the generic cell rate algorithm, ITU-T I.371): nothing runs in the background, and nothing is
 * allocated.
 */
final class RateLimiter {
  /** The time in which an empty budget is full again, in nanoseconds. */
  static final long WINDOW = 60_000_000_000L;

  private final long unit;
  private final AtomicLong fullAt;

  /**
   * @param now of a clock in nanoseconds that never goes back
   */
  RateLimiter(int unitsPerMinute, long now) {
    unit = WINDOW / unitsPerMinute;
    fullAt = new AtomicLong(now);
  }

  /**
   * Takes units if there are so many.
   *
   * @return in how many nanoseconds the budget will be full again; where there were too few, and
   *     none was taken, in how many it would have been, which is more than {@link #WINDOW}
   */
  long take(int units, long now) {
    while (true) {
      long before = fullAt.get();
      long missing = Math.max(before - now, 0) + units * unit;
      if (missing > WINDOW || fullAt.compareAndSet(before, now + missing)) {
        return missing;
      }
    }
  }
}
