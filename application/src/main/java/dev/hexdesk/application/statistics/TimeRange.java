package dev.hexdesk.application.statistics;

import java.time.Instant;
import java.util.Optional;

/**
 * When the tickets were created that count.
 *
 * @param from at this moment or later
 * @param to earlier than this moment
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> to) {
  /** Whether it ends before it begins. */
  public boolean isReversed() {
    return from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
  }
}
