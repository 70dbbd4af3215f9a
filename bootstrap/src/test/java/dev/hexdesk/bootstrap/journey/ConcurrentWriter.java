package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who creates and deletes tickets for one employee for as long as somebody else reads. */
final class ConcurrentWriter implements AutoCloseable {
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private static final int KEPT = 10;

  private final TestClient caller;
  private final long employee;
  private final Deque<Long> tickets = new ArrayDeque<>();
  private final Semaphore changes = new Semaphore(0);
  private final BackgroundWork work;
  private int created;

  ConcurrentWriter(TestClient caller, long employee) {
    this.caller = caller;
    this.employee = employee;
    this.work = new BackgroundWork(this::change, () -> tickets.forEach(this::delete));
  }

  private void change() {
    create();
    if (tickets.size() > KEPT) {
      // Now the newest, now the oldest, so that rows go before and behind the reader.
      delete(created % 2 == 0 ? tickets.removeFirst() : tickets.removeLast());
    }
    changes.release();
  }

  private void create() {
    ObjectNode ticket = ServerFixture.ticketBody(employee);
    ticket.put("priority", PRIORITIES.get(created++ % PRIORITIES.size()));
    tickets.addLast(caller.post("/tickets", ticket).expect(201).id());
  }

  private void delete(long ticket) {
    caller.delete("/tickets/" + ticket).expect(204);
  }

  /** Waits until something has changed since now. */
  void awaitChange() {
    changes.drainPermits();
    try {
      while (!changes.tryAcquire(1, TimeUnit.SECONDS)) {
        assertThat(work.hasEnded()).as("the disturbance has ended").isFalse();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws ExecutionException, InterruptedException {
    work.close();
  }
}
