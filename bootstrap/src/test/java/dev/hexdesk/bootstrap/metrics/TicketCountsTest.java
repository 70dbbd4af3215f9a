package dev.hexdesk.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.domain.ticket.TicketStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TicketCountsTest {
  private final Deque<Runnable> beside = new ArrayDeque<>();
  private long now;
  private long tickets = 1;
  private boolean isAway;

  private final TicketCounts counts = new TicketCounts(this::count, beside::add, () -> now);

  private Map<TicketStatus, Long> count() {
    if (isAway) {
      throw new StorageUnavailable(new IllegalStateException("away"));
    }
    return Map.of(TicketStatus.OPEN, tickets);
  }

  @Test
  void whoAsksFirstWaitsForNothing() {
    assertThat(counts.latest()).isEmpty();
    assertThat(counts.latest()).isEmpty();
    assertThat(beside).hasSize(1);

    beside.remove().run();

    assertThat(counts.latest()).containsEntry(TicketStatus.OPEN, 1L);
    assertThat(beside).isEmpty();
  }

  @Test
  void countsAgainOnceAMinute() {
    counts.latest();
    beside.remove().run();
    tickets = 2;

    now += Duration.ofSeconds(59).toNanos();
    counts.latest();
    assertThat(beside).isEmpty();

    now += Duration.ofSeconds(1).toNanos();
    assertThat(counts.latest()).containsEntry(TicketStatus.OPEN, 1L);
    beside.remove().run();
    assertThat(counts.latest()).containsEntry(TicketStatus.OPEN, 2L);
  }

  @Test
  void tellsNothingRatherThanWhatWasOnce() {
    counts.latest();
    beside.remove().run();
    now += Duration.ofMinutes(1).toNanos();
    isAway = true;

    counts.latest();
    beside.remove().run();

    assertThat(counts.latest()).isEmpty();
    assertThat(beside).as("no sooner than in a minute").isEmpty();
  }
}
