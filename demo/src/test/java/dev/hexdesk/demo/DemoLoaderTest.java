package dev.hexdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.demo.DemoLoader.Outcome;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.Progress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented data: the same for the same seed, and such as the application itself would keep. */
class DemoLoaderTest {
  /** More than one batch of the loader's. */
  private static final int TICKETS = 12_000;

  private static final int EMPLOYEES = 800;

  private static final String SCHEMA =
      """
      SELECT string_agg(thing, E'\\n' ORDER BY thing)
        FROM (SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
              UNION ALL
              SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
              UNION ALL
              SELECT tgrelid::regclass || tgname || tgenabled::text
                FROM pg_trigger WHERE NOT tgisinternal) AS schema (thing)
      """;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  @RegisterExtension static final TestDatabase TWIN = new TestDatabase();
  @RegisterExtension static final TestDatabase OTHER = new TestDatabase();

  private static String schema;

  @BeforeAll
  static void load() throws SQLException {
    schema = text(DATABASE, SCHEMA);
    assertThat(load(DATABASE, plan(7))).isEqualTo(new Outcome.Loaded());
  }

  private static DemoPlan plan(long seed) {
    Instant until = Instant.parse("2026-03-01T00:00:00Z");
    return new DemoPlan(TICKETS, EMPLOYEES, 50, seed, until, "no hash");
  }

  private static Outcome load(TestDatabase database, DemoPlan plan) throws SQLException {
    try (Handle handle = database.jdbi().open()) {
      return new DemoLoader(handle.getConnection(), new Silence()).load(plan);
    }
  }

  /** Tells nobody. */
  private static final class Silence implements Progress {
    @Override
    public void begin(String part, long steps) {}

    @Override
    public void done(long steps) {}
  }

  private static String text(TestDatabase database, String query) {
    return database.jdbi().withHandle(it -> it.createQuery(query).mapTo(String.class).one());
  }

  private static long number(String query) {
    return DATABASE.jdbi().withHandle(it -> it.createQuery(query).mapTo(long.class).one());
  }

  private static List<String> contents(TestDatabase database) {
    return List.of("users", "employees", "tickets", "comments", "ticket_history").stream()
        .map(it -> "SELECT md5(string_agg(each::text, '' ORDER BY id)) FROM " + it + " each")
        .map(query -> text(database, query))
        .toList();
  }

  @Test
  void theSameSeedGivesTheSameData() throws SQLException {
    load(TWIN, plan(7));
    load(OTHER, plan(8));

    assertThat(contents(TWIN)).isEqualTo(contents(DATABASE));
    assertThat(contents(OTHER)).doesNotContainAnyElementsOf(contents(DATABASE));
  }

  @Test
  void makesAsManyAsWereAskedFor() {
    assertThat(number("SELECT count(*) FROM tickets")).isEqualTo(TICKETS);
    assertThat(number("SELECT count(*) FROM employees")).isEqualTo(EMPLOYEES);
    assertThat(number("SELECT count(*) FROM users")).isEqualTo(50);
    assertThat(number("SELECT count(*) FROM comments"))
        .isBetween(TICKETS / 10 * 4L, TICKETS * 6L / 10);
    assertThat(number("SELECT count(*) FROM comments WHERE internal") * 100)
        .isBetween(
            number("SELECT count(*) * 17 FROM comments"),
            number("SELECT count(*) * 23 FROM comments"));
    assertThat(number("SELECT count(*) FROM ticket_history WHERE action = 'created'"))
        .isEqualTo(TICKETS);
  }

  @Test
  void leavesTheSchemaAsItWas() {
    assertThat(text(DATABASE, SCHEMA)).isEqualTo(schema);
  }

  @Test
  void countsTheTags() {
    assertThat(number("SELECT sum(tickets) FROM tag_counts"))
        .isPositive()
        .isEqualTo(number("SELECT count(*) FROM tickets, unnest(tags)"));
  }

  @Test
  void nobodyOfThemCanLogIn() {
    assertThat(number("SELECT count(*) FROM users WHERE NOT login_denied")).isZero();
    assertThat(number("SELECT count(*) FROM users WHERE 'admin' = ANY (roles)")).isZero();
  }

  @Test
  void goesOnWithTheNextId() {
    assertThat(number("SELECT nextval(pg_get_serial_sequence('tickets', 'id'))"))
        .isGreaterThan(number("SELECT max(id) FROM tickets"));
    assertThat(number("SELECT nextval(pg_get_serial_sequence('employees', 'id'))"))
        .isGreaterThan(number("SELECT max(id) FROM employees"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(status IN ('resolved', 'closed')) <> (resolved_at IS NOT NULL)",
        "(status = 'closed') <> (closed_at IS NOT NULL)",
        "(status = 'new') <> (first_responded_at IS NULL)",
        "status <> 'new' AND assignee_id IS NULL",
        "first_responded_at < created_at",
        "resolved_at < first_responded_at",
        "closed_at < resolved_at",
        "updated_at < created_at",
        "updated_at > '2026-03-01T00:00:00Z'",
        "due_at < created_at",
        "created_at < (SELECT max(o.created_at) FROM tickets o WHERE o.id = tickets.id - 1)",
        "length(title) NOT BETWEEN 3 AND 200 OR length(description) > 10000",
        "id NOT IN (SELECT ticket_id FROM ticket_history WHERE action = 'created')",
        """
        status <> coalesce((SELECT h.changes #>> '{0,to}' FROM ticket_history h
                             WHERE h.ticket_id = tickets.id AND h.action <> 'created'
                             ORDER BY h.id DESC LIMIT 1), 'new')
        """,
        "EXISTS (SELECT FROM comments c WHERE c.ticket_id = tickets.id AND c.created_at <"
            + " tickets.created_at)",
      })
  void noTicketHas(String fault) {
    assertThat(number("SELECT count(*) FROM tickets WHERE " + fault)).isZero();
  }

  @Test
  void mostTicketsAreClosed() {
    assertThat(number("SELECT count(*) FROM tickets WHERE status = 'closed'") * 100L / TICKETS)
        .isBetween(85L, 99L);
    assertThat(number("SELECT count(DISTINCT status) FROM tickets")).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone !~ '^\\+[1-9][0-9]{6,14}$'",
        "first_name ~ '[0-9]' OR last_name ~ '[0-9]'",
        "email !~ '^[a-z]+\\.[a-z]+[0-9]+@example\\.com$'",
        "birthday > created_at - interval '18 years'"
      })
  void noEmployeeHas(String fault) {
    assertThat(number("SELECT count(*) FROM employees WHERE " + fault)).isZero();
  }

  @Test
  void employeesAreOfSeveralScripts() {
    assertThat(number("SELECT count(*) FROM employees WHERE last_name ~ '[a-z]'")).isPositive();
    assertThat(number("SELECT count(*) FROM employees WHERE last_name ~ '[а-я]'")).isPositive();
    assertThat(number("SELECT count(*) FROM employees WHERE last_name ~ '[一-龥]'")).isPositive();
  }

  @Test
  void leavesADatabaseAloneInWhichThereIsSomething() throws SQLException {
    List<String> before = contents(DATABASE);

    assertThat(load(DATABASE, plan(9))).isEqualTo(new Outcome.NotEmpty());

    assertThat(contents(DATABASE)).isEqualTo(before);
  }
}
