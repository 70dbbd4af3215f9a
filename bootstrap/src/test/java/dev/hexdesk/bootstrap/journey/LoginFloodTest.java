package dev.hexdesk.bootstrap.journey;

import static dev.hexdesk.bootstrap.journey.ProxiedServer.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What everybody else notices while logins flood in: next to nothing. */
@Isolated("It measures time.")
@Timeout(120)
class LoginFloodTest {
  /** More than the cores can hash in the time that a person waits. */
  private static final int LOGINS_AT_ONCE = 64;

  private static final int READS = 300;

  private static ProxiedServer guarded;

  @BeforeAll
  static void start() throws Exception {
    guarded = ProxiedServer.start("failures: 100\\b", "failures: 1000000");
  }

  @AfterAll
  static void stop() throws Exception {
    guarded.close();
  }

  @Test
  void whoIsLoggedInIsAnsweredWhileLoginsFlood() throws Exception {
    Person user = guarded.desk().given().user("support");
    reads(user);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger refused = new AtomicInteger();
    try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, LOGINS_AT_ONCE)
          .forEach(
              n ->
                  flood.execute(
                      () -> {
                        while (!over.get()) {
                          guarded.login("192.0.2.1", "guess" + (char) ('a' + n % 26), WRONG);
                          refused.incrementAndGet();
                        }
                      }));
      try {
        while (refused.get() < LOGINS_AT_ONCE) {
          Thread.onSpinWait();
        }
        Durations flooded = reads(user);
        System.out.printf(
            "GET /me while logins flood, in ms: median %.1f, p95 %.1f%n",
            flooded.median() / 1e6, flooded.quantile(0.95) / 1e6);
        // A login waits for all that came before it, which is a second and more.
        assertThat(flooded.median() / 1e6).as("ms").isLessThan(50);
        assertThat(flooded.quantile(0.95) / 1e6).as("ms").isLessThan(300);
      } finally {
        over.set(true);
      }
    }
  }

  private static Durations reads(Person user) {
    Durations times = new Durations();
    TestClient caller = guarded.desk().as(user);
    for (int n = 0; n < READS; n++) {
      times.measure(() -> caller.get("/me")).expect(200);
    }
    return times;
  }

  /** A loop of right logins of one's own, more of them than may be under way. */
  @Test
  void othersLogInWhileSomebodyDoesNothingElse() throws Exception {
    Person greedy = guarded.desk().given().user("support");
    Person other = guarded.desk().given().user("support");
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    Durations times = new Durations();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService flood = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 120; n++) {
        flood.execute(
            () -> {
              while (!over.get()) {
                guarded.login("192.0.2.3", greedy.username(), greedy.password());
                answered.incrementAndGet();
              }
            });
      }
      try {
        while (answered.get() < 120) {
          Thread.onSpinWait();
        }
        for (int n = 0; n < 20; n++) {
          // From the same address and from another one, in turns.
          String address = "192.0.2." + (3 + n % 2);
          statuses.add(
              times
                  .measure(() -> guarded.login(address, other.username(), other.password()))
                  .status());
        }
      } finally {
        over.set(true);
      }
    }
    System.out.printf(
        "Logins while somebody does nothing else, in ms: median %.0f, p95 %.0f%n",
        times.median() / 1e6, times.quantile(0.95) / 1e6);
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeGreaterThanOrEqualTo(19);
    // In one line with the others each would wait for some sixty hashes, two seconds.
    assertThat(times.median() / 1e6).as("ms").isLessThan(1000);
  }

  /** Everybody in an office that has one address, at nine o'clock. */
  @Test
  void anOfficeOfTwoHundredIsServed() {
    List<ServerResponse> answers =
        Together.all(200, n -> guarded.login("192.0.2.5", name(n), WRONG));

    assertThat(answers).extracting(ServerResponse::status).containsOnly(400);
  }

  private static String name(int n) {
    return "office" + (char) ('a' + n / 26) + (char) ('a' + n % 26);
  }

  @Test
  void whoComesAfterTheLineIsToldToComeBack() {
    List<ServerResponse> answers =
        Together.all(400, n -> guarded.login("192.0.2.2", "nobodyx", WRONG));

    assertThat(answers).extracting(ServerResponse::status).containsOnly(400, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.text("error")).isEqualTo("temporarily_unavailable");
              assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            });
  }
}
