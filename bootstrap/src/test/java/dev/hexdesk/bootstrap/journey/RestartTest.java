package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is told to stop, and started again on what it has kept. */
@Timeout(300)
class RestartTest {
  /** Far less than a service manager waits before it kills. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** What a JVM that ends in order on SIGTERM exits with: 128 and the signal's number. */
  private static final int ENDED_IN_ORDER = 143;

  private final HttpClient client = HttpClient.newHttpClient();
  private Installation installation;

  @AfterEach
  void remove() throws Exception {
    client.close();
    installation.delete();
  }

  private TestClient at(Program.Serving server) {
    return new TestClient(
        client, URI.create("http://localhost:" + server.port() + "/api/v1"), Map.of());
  }

  @Test
  void whatWasSavedIsThereAfterATermAndANewStart() throws Exception {
    installation = Installation.create().withTables();
    String token;
    ServerResponse employee;
    ObjectNode body = ServerFixture.employeeBody();
    try (Program.Serving server = Program.serve(installation)) {
      token = "Bearer " + logIn(server).expect(200).text("access_token");
      employee =
          at(server)
              .with("Authorization", token)
              .with("Idempotency-Key", "\"once\"")
              .post("/employees", body)
              .expect(201);

      assertThat(server.terminate(TIMEOUT)).isEqualTo(ENDED_IN_ORDER);
      assertThat(server.messages()).doesNotContain("Exception");
    }
    try (Program.Serving server = Program.serve(installation)) {
      // The signing secret is in the configuration, so not even the token is lost.
      ServerResponse read =
          at(server).with("Authorization", token).get("/employees/" + employee.id()).expect(200);
      assertThat(read.json()).isEqualTo(employee.json());
      assertThat(read.etag()).isEqualTo(employee.etag());
      ServerResponse again =
          at(server)
              .with("Authorization", token)
              .with("Idempotency-Key", "\"once\"")
              .post("/employees", body)
              .expect(201);
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.text()).isEqualTo(employee.text());
      logIn(server).expect(200);
      assertThat(server.messages()).doesNotContain("created with the password");

      assertThat(server.terminate(TIMEOUT)).isEqualTo(ENDED_IN_ORDER);
    }
  }

  /** As a Ctrl-C during the first start leaves it; Liquibase alone waits for five minutes. */
  @Test
  void goesOnWithAMigrationThatWasEndedInTheMiddle() throws Exception {
    installation = Installation.prepared();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(installation.data(), line -> {});
        Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM databasechangelog"
              + " WHERE orderexecuted = (SELECT max(orderexecuted) FROM databasechangelog)");
      statement.execute(
          "UPDATE databasechangeloglock"
              + " SET locked = TRUE, lockgranted = now(), lockedby = 'somebody'");
    }
    try (Program.Serving server = Program.serve(installation)) {
      logIn(server).expect(200);
      assertThat(server.messages()).doesNotContain("Waiting for changelog lock");
    }
  }

  /** So that whoever sends requests can go elsewhere before one is refused. */
  @Test
  void saysThatItStopsBeforeItDoes() throws Exception {
    installation = Installation.prepared();
    installation.edit("delay: 0s", "delay: 2s");
    try (Program.Serving server = Program.serve(installation)) {
      TestClient admin =
          new TestClient(client, URI.create("http://localhost:" + server.adminPort()), Map.of());
      admin.get("/ready").expect(200);
      logIn(server).expect(200);

      server.tellToStop();
      ServerResponse ready = admin.get("/ready");
      while (ready.status() == 200) {
        ready = admin.get("/ready");
      }

      assertThat(ready.expect(503).text()).isEqualTo("The server is stopping\n");
      at(server).get("/health").expect(503);
      admin.get("/live").expect(200);
      logIn(server).expect(200);
      assertThat(server.terminate(TIMEOUT)).isEqualTo(ENDED_IN_ORDER);
    }
  }

  private ServerResponse logIn(Program.Serving server) {
    return at(server)
        .postForm("/token", Map.of("username", "admin", "password", Installation.PASSWORD));
  }
}
