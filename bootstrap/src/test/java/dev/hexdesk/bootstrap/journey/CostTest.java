package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import dev.hexdesk.persistence.RoundTrips;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How many statements requests cost: it is what decides how fast they are, and unlike times it is
 * the same on every machine.
 */
@Timeout(120)
class CostTest {
  private static final int WARM_UP = 20;

  private static EmbeddedPostgres postgres;
  private static RoundTrips database;
  private static TestServer desk;
  private static Person support;
  private static String ticket;

  @BeforeAll
  static void start() throws Exception {
    Installation installation = Installation.prepared();
    postgres = EmbeddedPostgres.start(installation.data(), progress -> {});
    URI uri = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
    database = RoundTrips.before(uri.getPort());
    installation.useDatabase(
        "jdbc:postgresql://127.0.0.1:"
            + database.port()
            + uri.getPath()
            + "?sslmode=disable&gssEncMode=disable",
        postgres.user(),
        postgres.password());
    desk = TestServer.start(installation);
    support = desk.given().user("support");
    ticket = "/tickets/" + desk.given().ticket(support);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close(); // first, as the desk clears the folder away
    database.close();
    desk.close();
  }

  /** What it costs once the server knows its caller, as the driver does the statement. */
  private static int statementsOf(Runnable request) {
    for (int n = 0; n < WARM_UP; n++) {
      request.run();
    }
    int least = Integer.MAX_VALUE;
    // The listener asks now and then whether the database is there; such a statement is not ours.
    for (int n = 0; n < 5; n++) {
      int before = database.statements();
      request.run();
      least = Math.min(least, database.statements() - before);
    }
    return least;
  }

  @Test
  void theCallersOwnUserCostsNothing() {
    assertThat(statementsOf(() -> desk.as(support).get("/me").expect(200))).isZero();
    assertThat(statementsOf(() -> desk.as(support).get("/status").expect(200))).isZero();
  }

  @Test
  void whatTheClientHasAlreadyCostsNothing() {
    String etag = desk.as(support).get(ticket).expect(200).etag();

    assertThat(
            statementsOf(
                () -> desk.as(support).with("If-None-Match", etag).get(ticket).expect(304)))
        .isZero();
  }

  @Test
  void aReadIsOneStatementWithoutATransaction() {
    assertThat(statementsOf(() -> desk.as(support).get(ticket).expect(200))).isEqualTo(1);
    assertThat(statementsOf(() -> desk.as(support).get("/tickets?limit=50&status=new").expect(200)))
        .isEqualTo(1);
    assertThat(statementsOf(() -> desk.as(support).get("/tickets?include_total=true").expect(200)))
        .isEqualTo(2);
  }

  /** Which nothing tells from outside, as the answers are the same. */
  @Test
  void frequentReadsPassByTheFramework() {
    assertThat(desk.filters()).contains("FastPathFilter");
  }

  @Test
  void aNewTicketIsTwoStatementsInOneTransaction() {
    long employee = desk.given().employee();

    assertThat(
            statementsOf(
                () ->
                    desk.as(support)
                        .post("/tickets", ServerFixture.ticketBody(employee))
                        .expect(201)))
        .as("BEGIN, the ticket, its history, COMMIT")
        .isEqualTo(4);
  }
}
