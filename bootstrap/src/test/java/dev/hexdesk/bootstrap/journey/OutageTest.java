package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.database.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What clients and the operator are told while something is wrong, and once it is well again. */
@Isolated("It measures time, and reads the log.")
class OutageTest {
  /** What the contract promises, and a little for a machine that has other work too. */
  private static final Duration FAST = Duration.ofSeconds(3).plusSeconds(2);

  /** Less than any timeout, and more than a refusal takes on a machine that has other work too. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  private static final Duration SOON = Duration.ofSeconds(5).plusSeconds(5);

  /**
   * Of its own, for its log is read: a server that starts later takes all the logging to itself.
   */
  private static OwnDatabaseServer fragile;

  private TestServer desk;
  private Person admin;

  @BeforeAll
  static void start() throws Exception {
    fragile = OwnDatabaseServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    fragile.close();
  }

  @BeforeEach
  void meet() {
    desk = fragile.desk();
    admin = desk.given().admin();
  }

  private static ServerResponse fast(Supplier<ServerResponse> asking) {
    return within(FAST, asking);
  }

  private static ServerResponse within(Duration limit, Supplier<ServerResponse> asking) {
    long start = System.nanoTime();
    ServerResponse answer = asking.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", answer).isLessThan(limit);
    return answer;
  }

  /** Asks until the answer is the right one, for as long as it may take. */
  private static void soon(int status, Supplier<ServerResponse> asking) {
    long start = System.nanoTime();
    ServerResponse answer = asking.get();
    while (answer.status() != status) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", answer).isLessThan(SOON);
      answer = asking.get();
    }
  }

  @Test
  void whileTheDatabaseIsAwayEverybodyIsToldFastAndAfterwardsAllIsWell() {
    desk.atAdminPort().get("/healthcheck").expect(200);
    fragile.stopDatabase();
    try {
      checkOutage();
    } finally {
      fragile.startDatabase();
    }
    soon(200, () -> desk.as(admin).get("/me"));
    soon(200, () -> desk.atAdminPort().get("/healthcheck"));
    soon(200, () -> desk.asNobody().get("/health"));
    desk.as(admin).get("/tickets").expect(200);
    desk.token(admin.username(), admin.password()).expect(200);
  }

  @Test
  void aSilentDatabaseHoldsNobodyForLongAndSoonNobodyAtAll() {
    desk.as(admin).get("/employees").expect(200);
    try (TcpProxy.Silence ignored = fragile.silenceDatabase()) {
      // Who asks is remembered for a second, and that is all that /me needs.
      Together.all(20, n -> within(FAST, requests().get(n % requests().size())))
          .forEach(answer -> assertThat(answer.status()).isIn(200, 503));
      untilRefusedAtOnce();
      checkRefusals(FAST);
      Durations refusals = new Durations();
      for (int round = 0; round < 3; round++) {
        requests().forEach(request -> refusals.measure(request).expect(503));
        refusals.measure(() -> desk.token(admin.username(), admin.password())).expect(503);
        refusals.measure(() -> desk.asNobody().get("/health")).expect(503);
      }
      System.out.printf(
          "Refused while the database is silent, in ms: median %.1f, max %.1f%n",
          refusals.median() / 1e6, refusals.quantile(1) / 1e6);
      assertThat(Duration.ofNanos((long) refusals.median())).isLessThan(AT_ONCE);
      fast(() -> desk.atAdminPort().get("/healthcheck")).expect(500);
    }
    soon(200, () -> desk.as(admin).get("/me"));
    soon(200, () -> desk.atAdminPort().get("/healthcheck"));
    Together.all(20, n -> desk.as(admin).get("/employees")).forEach(it -> it.expect(200));
  }

  @Test
  void whatTakesLongAnywayIsEndedAsSoonWhenTheDatabaseFallsSilent() throws Exception {
    String file =
        "title,description,employee_id\r\nLate,Too late," + desk.given().employee() + "\r\n";
    try (OwnDatabaseServer.Lock ignored = fragile.lock("tickets");
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        SlowReader export = new SlowReader(desk, admin, "/tickets")) {
      List<Future<ServerResponse>> answers =
          List.of(
              people.submit(() -> desk.as(admin).get("/tickets/stats?group_by=status")),
              people.submit(
                  () ->
                      dev.hexdesk.bootstrap.journey.Files.csv(
                          desk.as(admin), "/tickets/import", file)));
      fragile.awaitWaiting(3);
      try (TcpProxy.Silence ignoredToo = fragile.silenceDatabase()) {
        for (Future<ServerResponse> answer : answers) {
          fast(() -> got(answer)).expectProblem(503, "unavailable");
        }
        String begun = export.rest();
        assertThat(begun).startsWith("HTTP/1.1 200").doesNotEndWith(SlowReader.LAST_CHUNK);
      }
    }
    soon(200, () -> desk.as(admin).get("/tickets/stats?group_by=status"));
  }

  private static ServerResponse got(Future<ServerResponse> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  /** By then the circuit breaker has asked the database itself, and has had no answer. */
  private void untilRefusedAtOnce() {
    long start = System.nanoTime();
    Duration took;
    do {
      long asked = System.nanoTime();
      desk.as(admin).get("/employees").expectProblem(503, "unavailable");
      took = Duration.ofNanos(System.nanoTime() - asked);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    } while (took.compareTo(AT_ONCE) > 0);
  }

  private List<Supplier<ServerResponse>> requests() {
    return List.of(
        () -> desk.as(admin).get("/me"),
        () -> desk.as(admin).get("/tickets"),
        () -> desk.as(admin).get("/tickets/stats?group_by=status"),
        () -> desk.as(admin).post("/employees", ServerFixture.employeeBody()),
        () -> desk.as(admin).delete("/users/1"));
  }

  private void checkRefusals(Duration limit) {
    Together.all(20, n -> within(limit, requests().get(n % requests().size())))
        .forEach(
            answer ->
                assertThat(answer.expectProblem(503, "unavailable").header("Retry-After"))
                    .matches("\\d+"));
  }

  private void checkOutage() {
    checkRefusals(FAST);
    ServerResponse token = fast(() -> desk.token(admin.username(), admin.password())).expect(503);
    assertThat(token.text("error")).isEqualTo("temporarily_unavailable");
    assertThat(token.header("Retry-After")).matches("\\d+");
    ServerResponse health = fast(() -> desk.atAdminPort().get("/healthcheck")).expect(500);
    assertThat(health.json().path("database").path("healthy").booleanValue()).isFalse();
    assertThat(health.json().path("deadlocks").path("healthy").booleanValue()).isTrue();
    assertThat(
            fast(() -> desk.asNobody().get("/health"))
                .expectProblem(503, "unavailable")
                .text("detail"))
        .isEqualTo("The server can't do its work at the moment.");
    desk.atAdminPort().get("/ping").expect(200);
    desk.asNobody().get("/me").expectProblem(401, "unauthenticated");
    desk.asNobody().get("/openapi.json").expect(200);
    desk.asNobody().get("/docs/").expect(200);
  }

  @Test
  void ofADefectTheClientIsToldTheIdAndTheOperatorTheReason() throws Exception {
    fragile.execute("ALTER TABLE tickets RENAME TO gone");
    ServerResponse answer;
    try {
      answer = desk.as(admin).get("/tickets").expectProblem(500, "internal_error");
    } finally {
      fragile.execute("ALTER TABLE gone RENAME TO tickets");
    }

    assertThat(answer.text())
        .doesNotContainIgnoringCase("sql")
        .doesNotContainIgnoringCase("relation")
        .doesNotContainIgnoringCase("exception")
        .doesNotContain("org.", "dev.hexdesk");
    assertThat(logAbout(answer.text("request_id")))
        .anyMatch(line -> line.contains("ERROR"))
        .anyMatch(line -> line.startsWith("!") && line.contains("tickets"));
    desk.as(admin).get("/tickets").expect(200);
  }

  @Test
  void ofAWriteThatFailsTheLogTellsNothingAboutThePerson() throws Exception {
    fragile.execute("ALTER TABLE users ADD CONSTRAINT trap CHECK (first_name <> 'Mouse')");
    ObjectNode mouse = ServerFixture.userBody().put("first_name", "Mouse");
    ServerResponse answer;
    try {
      answer = desk.as(admin).post("/users", mouse).expectProblem(500, "internal_error");
    } finally {
      fragile.execute("ALTER TABLE users DROP CONSTRAINT trap");
    }

    assertThat(String.join("\n", logAbout(answer.text("request_id"))))
        .contains("trap")
        .doesNotContain("Mouse", "argon2", mouse.path("email").textValue());
  }

  /** The log's lines from the first that bears the id on. */
  private List<String> logAbout(String requestId) throws IOException {
    return Files.readAllLines(desk.installation().folder().resolve("logs/hexdesk.log")).stream()
        .dropWhile(line -> !line.contains("[" + requestId + "]"))
        .toList();
  }

  @Test
  void aMigrationLetsNobodyWaitBehindItForLong() throws Exception {
    fragile.execute(
        "DELETE FROM databasechangelog"
            + " WHERE orderexecuted = (SELECT max(orderexecuted) FROM databasechangelog)");
    Migrations migrations = new Migrations(fragile.connections());
    CompletableFuture<Void> migration;
    try (OwnDatabaseServer.Lock ignored = fragile.lock("databasechangelog IN SHARE MODE")) {
      Program.Ended refused = Program.run(desk.installation(), "db", "migrate");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.messages())
          .contains("Somebody holds a table", "pg_stat_activity")
          .doesNotContain("\tat ");
      migration = CompletableFuture.runAsync(migrations::run);
      Path log = desk.installation().folder().resolve("logs/hexdesk.log");
      while (!Files.readString(log).contains("Somebody holds a table")) {
        assertThat(migration).isNotDone();
      }
    }
    migration.get(30, TimeUnit.SECONDS);
    assertThat(migrations.pending()).isEmpty();
  }

  @Test
  void anExportBeginsBeforeItsFirstRowIsThere() throws Exception {
    OwnDatabaseServer.Lock lock = fragile.lock("tickets");
    try (lock;
        SlowReader reader = new SlowReader(desk, admin, "/tickets")) {
      String begin = reader.read(4096);
      assertThat(begin).startsWith("HTTP/1.1 200").contains("\r\nid,external_id,title,");
      lock.close();
      assertThat(begin + reader.rest()).endsWith(SlowReader.LAST_CHUNK);
    }
  }

  @Test
  void aTableThatSomebodyHoldsMakesItsOwnCallersWaitAndNobodyElse() throws Exception {
    try (OwnDatabaseServer.Lock ignored = fragile.lock("tickets")) {
      ServerResponse blocked =
          fast(() -> desk.as(admin).get("/tickets")).expectProblem(503, "unavailable");
      assertThat(blocked.header("Retry-After")).matches("\\d+");
      fast(() -> desk.as(admin).get("/tickets/stats?group_by=status"))
          .expectProblem(503, "unavailable");
      fast(() -> desk.as(admin).get("/employees")).expect(200);
    }
    desk.as(admin).get("/tickets").expect(200);
  }
}
