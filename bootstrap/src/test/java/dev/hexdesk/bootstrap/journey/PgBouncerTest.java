package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pooler between the server and its database, set up as docs/operations.md shows it. */
class PgBouncerTest {
  private static final String ROLE = "pooled";

  private static OwnPostgres postgres;

  @BeforeAll
  static void startDatabase() throws Exception {
    postgres = new OwnPostgres();
    postgres.asSuperuser(
        "postgres",
        "CREATE ROLE %s LOGIN PASSWORD '%s'"
            .formatted(ROLE, OwnPostgres.PASSWORD.replace("'", "''")));
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @ParameterizedTest(name = "{0}, past it for what needs that: {2}")
  @CsvSource({"session, '', true", "session, '', false", "transaction, ?prepareThreshold=0, true"})
  void theServerWorksThroughIt(String mode, String parameters, boolean past) throws Exception {
    String database = mode + (past ? "_past" : "");
    postgres.asSuperuser("postgres", "CREATE DATABASE %s OWNER %s".formatted(database, ROLE));
    String direct = postgres.url(database);
    Installation installation = postgres.installation(ROLE, database);
    try (PgBouncer bouncer = PgBouncer.start(mode, direct, ROLE, OwnPostgres.PASSWORD)) {
      installation.edit("url: " + direct, "url: " + bouncer.url() + parameters);
      if (past) {
        installation.set("HEXDESK_DB_DIRECT_URL", direct);
      }
      try (TestServer desk = TestServer.start(installation)) {
        peopleWork(desk);
      }
    }
  }

  private static void peopleWork(TestServer desk) {
    TestClient admin = desk.given().asAdmin();
    long ticket = desk.given().ticket(desk.given().support());

    // More often than a statement has to be sent to be prepared.
    for (int n = 0; n < 12; n++) {
      admin.patch("/tickets/" + ticket, Json.object("title", "Title " + n)).expect(200);
      assertThat(admin.get("/tickets/" + ticket).expect(200).text("title")).isEqualTo("Title " + n);
      admin.get("/tickets?q=title&limit=1").expect(200);
    }
    desk.asNobody()
        .postForm("/token", Map.of("username", "manager", "password", Installation.PASSWORD))
        .expect(200);
  }
}
