package dev.hexdesk.bootstrap.metrics;

import dev.hexdesk.domain.ticket.TicketStatus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers of tickets as they were counted last. Nobody waits for a count, and nothing is
 * counted while nobody asks: who asks is told what is known, and where that is old, it is counted
 * beside.
 */
public final class TicketCounts {
  private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();
  private static final Logger LOG = LoggerFactory.getLogger(TicketCounts.class);

  private final Supplier<Map<TicketStatus, Long>> counting;
  private final Executor beside;
  private final LongSupplier nanoTime;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Count last;

  private record Count(Map<TicketStatus, Long> tickets, long at) {}

  public TicketCounts(Supplier<Map<TicketStatus, Long>> counting) {
    this(counting, Thread.ofVirtual().name("ticket-counts")::start, System::nanoTime);
  }

  TicketCounts(Supplier<Map<TicketStatus, Long>> counting, Executor beside, LongSupplier nanoTime) {
    this.counting = counting;
    this.beside = beside;
    this.nanoTime = nanoTime;
    this.last = new Count(Map.of(), nanoTime.getAsLong() - GOOD_FOR);
  }

  /** What was counted last; nothing where the last try has failed. */
  Map<TicketStatus, Long> latest() {
    if (nanoTime.getAsLong() - last.at() >= GOOD_FOR && busy.compareAndSet(false, true)) {
      beside.execute(this::count);
    }
    return last.tickets();
  }

  private void count() {
    Map<TicketStatus, Long> tickets = Map.of();
    try {
      tickets = counting.get();
    } catch (RuntimeException failure) {
      LOG.info("Tickets are not counted for the metrics: {}", failure.getMessage());
    } finally {
      last = new Count(tickets, nanoTime.getAsLong());
      busy.set(false);
    }
  }
}
