package dev.hexdesk.rest.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in so many at once. Who comes then waits in a line that has a length, for a time that has an
 * end. Where there is room it costs some nanoseconds.
 */
final class ConcurrencyLimit {
  /** Lets everybody in. */
  static final ConcurrencyLimit NONE =
      new ConcurrencyLimit(new RequestLimits.Line(Integer.MAX_VALUE, 0, Duration.ZERO));

  private final Semaphore room;
  private final Semaphore placesInLine;
  private final long patience;

  ConcurrencyLimit(RequestLimits.Line line) {
    room = new Semaphore(line.atOnce());
    placesInLine = new Semaphore(line.inLine());
    patience = line.patience().toNanos();
  }

  /** Whether the caller is in, and so must {@link #leave}. */
  boolean enter() {
    if (room.tryAcquire()) {
      return true;
    }
    if (!placesInLine.tryAcquire()) {
      return false;
    }
    try {
      return room.tryAcquire(patience, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      placesInLine.release();
    }
  }

  void leave() {
    room.release();
  }
}
