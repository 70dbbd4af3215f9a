package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What everybody else notices of a table that somebody has locked: next to nothing. */
@Isolated("It measures time.")
@ExtendWith(TestServers.class)
@Timeout(120)
class LockedTableTest {
  private static final int PEOPLE = 10;
  private static final int READS = 150;
  private static final Duration PACE = Duration.ofMillis(20);

  /**
   * What the settings allow, a second in line and half a second for the lock, and a busy machine.
   */
  private static final Duration TOLD = Duration.ofMillis(1500).plusSeconds(1);

  private final AtomicBoolean over = new AtomicBoolean();
  private final ConcurrentLinkedQueue<ServerResponse> refusals = new ConcurrentLinkedQueue<>();
  private final Durations waits = new Durations();
  private final Semaphore refused = new Semaphore(0);

  @Test
  void callersOfTheTableAreRefusedInTimeAndOthersAreServedAtTheirPace(OwnDatabaseServer fragile)
      throws Exception {
    TestServer desk = fragile.desk();
    TestClient reader = desk.given().asAdmin();
    long employee = reader.post("/employees", ServerFixture.employeeBody()).expect(201).id();
    String ticket =
        "/tickets/" + reader.post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
    List<TestClient> people =
        IntStream.range(0, PEOPLE).mapToObj(n -> desk.as(desk.given().user("support"))).toList();
    reader.get(ticket).expect(200);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Durations reads;
      try (OwnDatabaseServer.Lock ignored = fragile.lock("employees")) {
        for (TestClient caller : people) {
          threads.execute(() -> ask(caller, "/employees"));
          threads.execute(() -> ask(caller, "/employees/" + employee));
        }
        refused.acquire(PEOPLE);
        reads = FixedPace.of(PACE, READS).run(() -> reader.get(ticket).expect(200));
      } finally {
        over.set(true);
      }
      System.out.printf(
          "GET /tickets/{id} while employees are locked, in ms: median %.1f, p95 %.1f, max %.1f%n",
          reads.median() / 1e6, reads.quantile(0.95) / 1e6, reads.quantile(1) / 1e6);
      assertThat(reads.quantile(0.95) / 1e6).as("ms").isLessThan(250);
    }

    assertThat(refusals)
        .allSatisfy(
            answer ->
                assertThat(answer.expectProblem(503, "unavailable").header("Retry-After"))
                    .matches("\\d+"));
    assertThat(Duration.ofNanos((long) waits.quantile(1))).isLessThan(TOLD);
    Together.all(20, n -> reader.get("/employees/" + employee)).forEach(it -> it.expect(200));
  }

  private void ask(TestClient caller, String path) {
    while (!over.get()) {
      long start = System.nanoTime();
      ServerResponse answer = caller.get(path);
      long took = System.nanoTime() - start;
      // The last ones get what they asked for, as the lock is gone.
      if (answer.status() != 200) {
        refusals.add(answer);
        synchronized (waits) {
          waits.add(took);
        }
      }
      refused.release();
    }
  }
}
