package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.bootstrap.database.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLState;

/** A server whose role owns nothing, in a database whose tables another role has made. */
@Order(1)
@Timeout(300)
class TwoRolesTest {
  private static final String DATABASE = "hexdesk";
  private static final String NOT_PERMITTED = "42501";

  private static OwnPostgres postgres;
  private static Installation server;
  private static Installation owner;
  private static TestServer desk;
  private static Program.Ended tooEarly;
  private static Program.Ended byServer;
  private static Program.Ended migrated;

  @BeforeAll
  static void start() throws Exception {
    postgres = new OwnPostgres();
    postgres.makeRoles(DATABASE, OwnPostgres.OWNER, OwnPostgres.SERVER);
    server = postgres.installation(OwnPostgres.SERVER, DATABASE);
    owner = postgres.installation(OwnPostgres.SERVER, DATABASE);
    owner.set("HEXDESK_DB_OWNER_USER", OwnPostgres.OWNER);
    owner.set("HEXDESK_DB_OWNER_PASSWORD", "\"" + OwnPostgres.PASSWORD + "\"");
    tooEarly = Program.run(server, "serve");
    byServer = Program.run(server, "db", "migrate");
    migrated = Program.run(owner, "db", "migrate");
    desk = TestServer.start(server);
  }

  @AfterAll
  static void stop() throws Exception {
    desk.close();
    owner.delete();
    postgres.close();
  }

  @Test
  void theServerSaysWhatHasToBeRunByWhom() {
    assertThat(tooEarly.code()).as("%s", tooEarly).isEqualTo(1);
    assertThat(tooEarly.messages())
        .contains("'hexdesk' may not make them", "db migrate", "HEXDESK_DB_OWNER_USER")
        .doesNotContain("\tat ");
    assertThat(byServer.code()).as("%s", byServer).isEqualTo(1);
    assertThat(byServer.messages())
        .contains("'hexdesk' may not make them", "GRANT USAGE, CREATE ON SCHEMA public TO hexdesk")
        .doesNotContain("\tat ");
    assertThat(migrated.code()).as("%s", migrated).isZero();
  }

  @Test
  void everythingThatUsersDoWorks() {
    ServerFixture given = desk.given();
    Person admin = given.admin();
    Person leaver = given.user("support");
    long employee = given.employee();
    long ticket = given.ticket(leaver);
    TestClient work = desk.as(leaver);
    String path = "/tickets/" + ticket;

    work.patch(path, Json.object("status", "open")).expect(200);
    work.post(path + "/comments", Json.object("body", "Heard.").put("visibility", "public"))
        .expect(201);
    work.get("/tickets?q=heard").expect(200);
    work.get(path + "/history").expect(200);
    work.with("Idempotency-Key", "two-roles")
        .post("/tickets", ServerFixture.ticketBody(employee))
        .expect(201);
    String file = Files.export(work, "/tickets?employee_id=" + employee).expect(200).text();
    Files.csv(desk.as(admin), "/tickets/import", file).expect(200);
    Files.csv(desk.as(admin), "/employees/import", Files.employee("TWO")).expect(200);
    work.get("/tickets/stats?group_by=status").expect(200);
    desk.as(admin).get("/employees/" + employee + "/personal-data").expect(200);
    String erasure = "/employees/" + employee + "/erasure";
    JsonNode announced = desk.as(admin).post(erasure, Json.object()).expect(202).json();
    desk.as(admin)
        .post(
            erasure,
            Json.object("confirmation_token", announced.path("confirmation_token").textValue()))
        .expect(200);
    work.delete(path).expect(204);
    desk.as(admin)
        .delete("/users/" + leaver.id() + "?reassign_tickets_to=" + admin.id())
        .expect(204);
    desk.token("nobody", "Wr0ngGuess!").expectTokenError("invalid_grant");
    desk.atAdminPort().get("/healthcheck").expect(200);
  }

  @Test
  void theCommandsWorkByTheRoleThatEachNeeds() throws Exception {
    for (String[] command : new String[][] {{"setup"}, {"reindex"}, {"db", "status"}}) {
      Program.Ended ended = Program.run(server, command);
      assertThat(ended.code()).as("%s", ended).isZero();
    }
    Program.Ended reindexed = Program.run(owner, "reindex");
    assertThat(reindexed.code()).as("%s", reindexed).isZero();
    Program.Ended demo = Program.run(server, "demo", "--tickets", "1");
    assertThat(demo.code()).isEqualTo(1);
    assertThat(demo.messages()).contains("HEXDESK_DB_OWNER_USER").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ticket_history SET actor_name = 'Nobody'",
        "UPDATE ticket_history SET changes = '[]' WHERE false",
        "DELETE FROM ticket_history WHERE false",
        "TRUNCATE ticket_history",
        "SELECT 1 FROM ticket_history FOR UPDATE",
        "INSERT INTO ticket_history OVERRIDING SYSTEM VALUE SELECT * FROM ticket_history"
            + " ON CONFLICT (id) DO UPDATE SET actor_name = 'Nobody'",
        "MERGE INTO ticket_history h USING users u ON h.actor_id = u.id WHEN MATCHED THEN DELETE",
        "ALTER TABLE ticket_history DISABLE TRIGGER ALL",
        "ALTER TABLE ticket_history OWNER TO hexdesk",
        "ALTER TABLE ticket_history ADD COLUMN note text",
        "CREATE TRIGGER spoil BEFORE INSERT ON ticket_history"
            + " FOR EACH ROW EXECUTE FUNCTION hexdesk_tell_of_row()",
        "CREATE RULE spoil AS ON INSERT TO ticket_history DO INSTEAD NOTHING",
        "CREATE INDEX ON ticket_history (actor_id)",
        "DROP TABLE ticket_history",
        "ALTER TABLE tickets DISABLE TRIGGER ALL",
        "DROP TRIGGER users_tell_of_changes ON users",
        "TRUNCATE users CASCADE",
        "UPDATE databasechangelog SET md5sum = NULL",
        "DELETE FROM databasechangelog",
        "INSERT INTO databasechangeloglock (id, locked) VALUES (2, false)",
        "SET session_replication_role = replica",
        "SET ROLE hexdesk_owner",
        "SET SESSION AUTHORIZATION hexdesk_owner",
        "ALTER ROLE hexdesk SUPERUSER",
        "ALTER ROLE hexdesk_owner PASSWORD 'mine'",
        "GRANT hexdesk_owner TO hexdesk",
        "REASSIGN OWNED BY hexdesk_owner TO hexdesk",
        "DROP OWNED BY hexdesk_owner",
        "ALTER DEFAULT PRIVILEGES FOR ROLE hexdesk_owner GRANT ALL ON TABLES TO hexdesk",
        "ALTER DATABASE hexdesk OWNER TO hexdesk",
        "CREATE TABLE mine (id bigint)",
        "CREATE SCHEMA hexdesk",
        "CREATE FUNCTION mine() RETURNS void LANGUAGE sql AS ''",
        "CREATE OR REPLACE FUNCTION erase_from_history(employee bigint, tickets bigint[], pattern"
            + " text) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "ALTER FUNCTION erase_from_history(bigint, bigint[], text) RESET search_path",
        "DROP FUNCTION erase_from_history(bigint, bigint[], text)",
        "DROP EXTENSION pg_trgm",
        "ALTER SYSTEM SET fsync = off",
        "UPDATE pg_class SET relowner = 'hexdesk'::regrole WHERE relname = 'ticket_history'",
        "COPY ticket_history FROM PROGRAM 'true'",
        "COPY ticket_history TO '/tmp/hexdesk-history'",
      })
  void theServersRoleMayNot(String statement) throws SQLException {
    desk.given().ticket(desk.given().admin());
    String before = history();

    assertThatThrownBy(() -> execute(statement))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getSQLState()).as("%s", refused).isEqualTo(NOT_PERMITTED));

    assertThat(history()).isEqualTo(before);
  }

  /** PostgreSQL warns of it only, and grants nothing. */
  @Test
  void theServersRoleGrantsItselfNothing() throws SQLException {
    execute("GRANT ALL ON ticket_history TO hexdesk");
    execute("GRANT UPDATE (changes) ON ticket_history TO hexdesk");

    assertThatThrownBy(() -> execute("UPDATE ticket_history SET changes = '[]'"))
        .hasMessageContaining("permission denied");
  }

  /** What runs with the owner's rights looks at the owner's tables, whatever the caller has. */
  @Test
  void aTableOfItsOwnDoesNotMakeAnybodyErased() throws SQLException {
    long employee = desk.given().employee();

    assertThatThrownBy(
            () ->
                execute(
                    """
                    CREATE TEMPORARY TABLE employees AS
                      SELECT %1$d::bigint AS id, now() AS erased_at;
                    SELECT erase_from_history(%1$d, '{}', '.');
                    """
                        .formatted(employee)))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getSQLState())
                    .isEqualTo(PSQLState.OBJECT_NOT_IN_STATE.getState()));
  }

  @Test
  void ofEveryTableItHasWhatItNeedsAndNoMore() throws SQLException {
    Map<String, String> privileges = privileges(OwnPostgres.SERVER, DATABASE);

    assertThat(privileges).hasSizeGreaterThan(10);
    privileges.forEach(
        (table, granted) ->
            assertThat(granted)
                .as("what may be done to %s", table)
                .isEqualTo(
                    switch (table) {
                      case "ticket_history" -> "INSERT,SELECT";
                      case "databasechangelog", "databasechangeloglock" -> "SELECT";
                      default -> "DELETE,INSERT,SELECT,UPDATE";
                    }));
  }

  @Test
  void aDatabaseOfOneRoleIsHandedOverAsOftenAsOneLikes() throws Exception {
    postgres.asSuperuser(
        DATABASE,
        "CREATE ROLE clerk LOGIN PASSWORD '" + OwnPostgres.PASSWORD.replace("'", "''") + "'");
    postgres.asSuperuser(DATABASE, "CREATE DATABASE handed OWNER clerk TEMPLATE template0");
    Migrations migrations = new Migrations(postgres.dataSource("clerk", "handed"));
    migrations.run();
    String granted = "GRANT UPDATE (changes) ON ticket_history TO clerk";
    try (Connection clerk = postgres.as("clerk", "handed")) {
      clerk.createStatement().execute(granted);
    }

    postgres.makeRoles("handed", "keeper", "clerk");
    postgres.makeRoles("handed", "keeper", "clerk");

    assertThat(privileges("clerk", "handed")).isEqualTo(privileges(OwnPostgres.SERVER, DATABASE));
    assertThat(migrations.pending()).isEmpty();
    migrations.run();
    try (Connection clerk = postgres.as("clerk", "handed")) {
      assertThatThrownBy(
              () -> clerk.createStatement().execute("UPDATE ticket_history SET changes = '[]'"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void noRoleOfMoreRightsIsTaken() {
    assertThatThrownBy(() -> postgres.makeRoles(DATABASE, OwnPostgres.OWNER, "postgres"))
        .hasMessageContaining("superuser");
    assertThatThrownBy(() -> postgres.makeRoles(DATABASE, "hexdesk", "hexdesk"))
        .hasMessageContaining("must be two roles");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.as(OwnPostgres.SERVER, DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String history() throws SQLException {
    return String.join(
        "\n",
        texts("SELECT h::text FROM ticket_history h ORDER BY id", OwnPostgres.SERVER, DATABASE));
  }

  private static Map<String, String> privileges(String role, String database) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    for (String line :
        texts(
            """
            SELECT relname || ' ' || string_agg(privilege, ',' ORDER BY privilege)
              FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
                                          'REFERENCES', 'TRIGGER']) AS privilege
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
               AND has_table_privilege(oid, privilege)
             GROUP BY relname
            """,
            role,
            database)) {
      found.put(line.split(" ")[0], line.split(" ")[1]);
    }
    return found;
  }

  private static List<String> texts(String sql, String role, String database) throws SQLException {
    try (Connection connection = postgres.as(role, database);
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> texts = new java.util.ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
