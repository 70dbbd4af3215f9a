package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * With the numbers that the server comes with, all who ask over 256 connections at a time are
 * served. How long that takes is the machine's affair, so they may wait as long as they must.
 */
@Timeout(120)
class ManyConnectionsTest {
  private static final int CONNECTIONS = 256;
  private static final int CALLERS = 4;

  private static OwnDatabaseServer fragile;
  private static TestServer desk;

  @BeforeAll
  static void start() throws Exception {
    fragile =
        OwnDatabaseServer.start(
            installation -> {
              installation.edit("longestWait: 5s", "longestWait: 1m");
              installation.edit("longestWait: 1s", "longestWait: 1m");
              // Who waits for the table waits until all have come.
              installation.edit("lockTimeout: 500ms", "lockTimeout: 50s");
              installation.edit("statementTimeout: 1500ms", "statementTimeout: 55s");
              installation.edit("socketTimeout: 2s", "socketTimeout: 58s");
            });
    desk = fragile.desk();
  }

  @AfterAll
  static void stop() throws Exception {
    fragile.close();
  }

  @Test
  void whoeverAsksOver256ConnectionsIsServed() throws Exception {
    long employee = desk.given().employee();
    String ticket = "/tickets/" + desk.given().ticket(desk.given().admin());
    List<TestClient> callers =
        IntStream.range(0, CALLERS).mapToObj(n -> desk.as(desk.given().user("support"))).toList();
    List<Future<List<ServerResponse>>> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      try (OwnDatabaseServer.Lock ignored = fragile.lock("tickets")) {
        for (int n = 0; n < CONNECTIONS; n++) {
          TestClient caller = callers.get(n % CALLERS);
          answers.add(people.submit(() -> work(caller, ticket, employee)));
        }
        while (requests("running") + requests("waiting") + requests("refused_total")
            < CONNECTIONS) {
          Thread.onSpinWait();
        }
        desk.asNobody().get("/health").expect(200);
        desk.atAdminPort().get("/ready").expect(200);
      }
      for (Future<List<ServerResponse>> each : answers) {
        assertThat(each.get())
            .extracting(ServerResponse::status)
            .containsExactly(200, 201, 200, 200, 200);
      }
    }
    assertThat(requests("refused_total")).isZero();
  }

  private static List<ServerResponse> work(TestClient caller, String ticket, long employee) {
    return List.of(
        caller.get(ticket),
        caller.post("/tickets", ServerFixture.ticketBody(employee)),
        caller.get("/tickets?limit=5"),
        caller.get("/employees/" + employee),
        caller.get("/me"));
  }

  private static double requests(String which) {
    return desk.metric("hexdesk_requests_" + which);
  }
}
