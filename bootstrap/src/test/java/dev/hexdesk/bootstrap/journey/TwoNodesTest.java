package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What one node does, seen from another on the same database. */
@Isolated("It measures time.")
@Timeout(120)
class TwoNodesTest {
  /** Within this a change must count everywhere. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  private static EmbeddedPostgres postgres;
  private static TestServer here;
  private static TestServer there;

  @BeforeAll
  static void start() throws Exception {
    Installation installation = Installation.prepared();
    postgres = EmbeddedPostgres.start(installation.data(), progress -> {});
    installation.useDatabase(postgres.jdbcUrl(), postgres.user(), postgres.password());
    here = TestServer.start(installation);
    there = TestServer.start(installation);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close(); // first, as the desks clear the folder away
    there.close();
    here.close();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static void countsSoon(BooleanSupplier change) {
    long before = System.nanoTime();
    while (!change.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(BOUND);
    }
  }

  @Test
  void whoIsDisabledHereIsDisabledThereWithinASecond() throws Exception {
    Person admin = here.login("admin", Installation.PASSWORD);
    Person support = here.given().user("support");
    String path = "/users/" + support.id();
    for (int n = 0; n < 20; n++) {
      here.as(support).get("/tickets?limit=1").expect(200);
      there.as(support).get("/tickets?limit=1").expect(200);
    }

    here.as(admin).patch(path, Json.object("disabled", true)).expect(200);

    here.as(support).get("/tickets").expectProblem(403, "user_disabled");
    countsSoon(() -> there.as(support).get("/tickets").status() == 403);

    execute("UPDATE users SET disabled = false WHERE id = " + support.id());
    countsSoon(() -> here.as(support).get("/tickets").status() == 200);
    countsSoon(() -> there.as(support).get("/tickets").status() == 200);

    here.as(admin).delete(path).expect(204);
    here.as(support).get("/me").expect(401);
    countsSoon(() -> there.as(support).get("/me").status() == 401);
  }

  @Test
  void aVersionThatIsOldHereIsOldThereWithinASecond() {
    Person support = here.given().user("support");
    String path = "/tickets/" + here.given().ticket(support);
    String seen = there.as(support).get(path).expect(200).etag();
    there.as(support).with("If-None-Match", seen).get(path).expect(304);

    ServerResponse changed =
        here.as(support).patch(path, Json.object("title", "Changed")).expect(200);

    here.as(support).with("If-None-Match", seen).get(path).expect(200);
    countsSoon(() -> there.as(support).with("If-None-Match", seen).get(path).status() == 200);
    there.as(support).with("If-None-Match", changed.etag()).get(path).expect(304);

    here.as(support).delete(path).expect(204);
    here.as(support).with("If-None-Match", changed.etag()).get(path).expect(404);
    countsSoon(
        () -> there.as(support).with("If-None-Match", changed.etag()).get(path).status() == 404);
  }

  @Test
  void whatIsHandedOverHereIsTheSuccessorsThereBeforeItIsMoved() throws Exception {
    Person admin = here.login("admin", Installation.PASSWORD);
    Person leaving = here.given().user("support");
    Person successor = here.given().user("support");
    String path = "/tickets/" + here.given().ticket(leaving);
    String seen = there.as(successor).get(path).expect(200).etag();

    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT FROM tickets FOR UPDATE"); // so that none can be moved
      here.as(admin)
          .delete("/users/" + leaving.id() + "?reassign_tickets_to=" + successor.id())
          .expect(204);
      countsSoon(() -> there.as(successor).with("If-None-Match", seen).get(path).status() == 200);
      assertThat(there.as(successor).get(path).json().path("owner_id").longValue())
          .isEqualTo(successor.id());
      assertThat(isMoved(leaving)).isFalse();
      other.rollback();
    }

    ServerResponse read = there.as(successor).get(path).expect(200);
    while (!isMoved(leaving)) {
      Thread.onSpinWait(); // until a node sets about it, some seconds later
    }
    ServerResponse moved = there.as(successor).get(path).expect(200);
    assertThat(moved.json()).isEqualTo(read.json());
    assertThat(moved.etag()).isEqualTo(read.etag());
  }

  private static boolean isMoved(Person leaver) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM user_ids WHERE id = " + leaver.id())) {
      row.next();
      return row.getInt(1) == 0;
    }
  }
}
