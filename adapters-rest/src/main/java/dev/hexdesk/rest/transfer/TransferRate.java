package dev.hexdesk.rest.transfer;

import java.time.Duration;

/**
 * Whether the other side of a transfer keeps up. Only time that was spent waiting for them counts,
 * never our own work: for each span of it they must have taken, or sent, a kibibyte a second.
 */
final class TransferRate {
  private static final long LEAST_BYTES_PER_SECOND = 1024;

  private final long span;
  private final long leastInSpan;
  private long waited;
  private long moved;

  /**
   * @param span of waiting after which it is judged, at least a second
   */
  TransferRate(Duration span) {
    this.span = span.toNanos();
    this.leastInSpan = span.toSeconds() * LEAST_BYTES_PER_SECOND;
  }

  /** Adds what was waited, in nanoseconds, for so many bytes to move. */
  void add(long nanos, long bytes) {
    if (waited >= span) {
      waited = 0;
      moved = 0;
    }
    waited += nanos;
    moved += bytes;
  }

  /** Whether too little moved in the span that is just full. */
  boolean isTooSlow() {
    return waited >= span && moved < leastInSpan;
  }
}
