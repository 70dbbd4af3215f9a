package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What more requests meet than the server can work on. A table that is locked keeps as many at work
 * as are sent for it; few places make that enough.
 */
@Timeout(120)
class OverloadTest {
  /** Of those that have been quick. */
  private static final int OF_ONE_KIND = 8;

  private static final int OF_ONE_CALLER = 5;
  private static final int IN_LINE = 20;
  private static final Duration REFUSED_WITHIN = Duration.ofMillis(50);

  private static final String PAGE = "https://desk.example.com";

  private static OwnDatabaseServer fragile;
  private static TestServer desk;
  private static String ticket;
  private static String employee;

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<ServerResponse>> answers = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    fragile =
        OwnDatabaseServer.start(
            installation -> {
              installation.edit(
                  "atOnce: 100\n    inLine: 1500", "atOnce: 12\n    inLine: " + IN_LINE);
              installation.edit("longestWait: 5s", "longestWait: 1m");
              installation.edit("longestWait: 1s", "longestWait: 1m");
              installation.edit("allowedOrigins: \\[\\]", "allowedOrigins: [" + PAGE + "]");
              // Who waits for the table waits until the test is through.
              installation.edit("lockTimeout: 500ms", "lockTimeout: 50s");
              installation.edit("statementTimeout: 1500ms", "statementTimeout: 55s");
              installation.edit("socketTimeout: 2s", "socketTimeout: 58s");
            });
    desk = fragile.desk();
    TestClient admin = desk.given().asAdmin();
    long id = admin.post("/employees", ServerFixture.employeeBody()).expect(201).id();
    employee = "/employees/" + id;
    ticket = "/tickets/" + admin.post("/tickets", ServerFixture.ticketBody(id)).expect(201).id();
  }

  @AfterAll
  static void stop() throws Exception {
    fragile.close();
  }

  /** Lets what was stuck in the test before be forgotten. */
  @BeforeEach
  void beQuick() {
    TestClient admin = desk.given().asAdmin();
    for (int n = 0; n < 80; n++) {
      admin.get(employee).expect(200);
    }
  }

  @AfterEach
  void everythingIsGivenBack() throws Exception {
    for (Future<ServerResponse> answer : answers) {
      answer.get().expect(200);
    }
    people.close();
    awaitRequests("running", 0);
    awaitRequests("waiting", 0);
  }

  private static TestClient somebody() {
    return desk.as(desk.given().user("support"));
  }

  /** Begins to ask for what is locked. */
  private void ask(TestClient caller, int times) {
    for (int n = 0; n < times; n++) {
      answers.add(people.submit(() -> caller.get(employee)));
    }
  }

  private static double requests(String which) {
    return desk.metric("hexdesk_requests_" + which);
  }

  private static void awaitRequests(String which, double count) {
    desk.awaitMetric("hexdesk_requests_" + which, count);
  }

  @Test
  void whatIsStuckLeavesPlacesToAllElse() throws SQLException {
    TestClient other = somebody();
    List<TestClient> callers = IntStream.range(0, 4).mapToObj(n -> somebody()).toList();
    try (OwnDatabaseServer.Lock ignored = fragile.lock("employees")) {
      callers.forEach(caller -> ask(caller, 4));
      awaitRequests("waiting", 16 - OF_ONE_KIND);

      assertThat(requests("running")).isEqualTo(OF_ONE_KIND);
      other.get("/me").expect(200);
      other.get("/status").expect(200);
      other.get(ticket).expect(200);
      other.get("/tickets?q=fire&include_total=true").expect(200);
    }
  }

  @Test
  void aCallerHasTheirShareAndOthersAreLetInPastTheirLine() throws SQLException {
    TestClient greedy = somebody();
    TestClient other = somebody();
    try (OwnDatabaseServer.Lock ignored = fragile.lock("employees")) {
      ask(greedy, OF_ONE_CALLER + 4);
      awaitRequests("waiting", 4);
      assertThat(requests("running")).isEqualTo(OF_ONE_CALLER);

      ask(other, 1);

      awaitRequests("running", OF_ONE_CALLER + 1);
      assertThat(requests("waiting")).isEqualTo(4);
    }
  }

  @Test
  void whoComesWhenTheLineIsFullIsToldAtOnceAndProbesAndLoginsAreServed() throws SQLException {
    List<TestClient> callers = IntStream.range(0, 4).mapToObj(n -> somebody()).toList();
    TestClient greedy = somebody();
    TestClient late = somebody();
    Person person = desk.given().user("support");
    try (OwnDatabaseServer.Lock ignored = fragile.lock("employees")) {
      callers.forEach(caller -> ask(caller, 4));
      awaitRequests("waiting", 8);
      // With 8 of others in line one caller may have half of the other 12.
      ask(greedy, 6);
      awaitRequests("waiting", 14);
      double refused = requests("refused_total");

      Durations waits = new Durations();
      for (int n = 0; n < 10; n++) {
        long begin = System.nanoTime();
        ServerResponse answer = greedy.with("Origin", PAGE).get(employee);
        waits.add(System.nanoTime() - begin);
        assertThat(answer.expectProblem(503, "unavailable").header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      }
      // Whatever else this machine does can only make it longer.
      assertThat(waits.quantile(0)).isLessThan(REFUSED_WITHIN.toNanos());
      assertThat(requests("refused_total")).isEqualTo(refused + 10);

      ask(late, 1);
      awaitRequests("waiting", 15);
      desk.asNobody().get("/health").expect(200);
      desk.token(person.username(), person.password()).expect(200);
      for (String probe : List.of("/ready", "/live", "/ping")) {
        desk.atAdminPort().get(probe).expect(200);
      }
    }
  }
}
