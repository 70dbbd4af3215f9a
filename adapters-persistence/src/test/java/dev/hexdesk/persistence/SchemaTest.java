package dev.hexdesk.persistence;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.ThrottleKey;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.Username;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables refuse, whoever writes to them. */
class SchemaTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @BeforeEach
  void addOneOfEach() {
    Store store = DATABASE.emptyStore();
    StoreFixture given = StoreFixture.in(store);
    User alice = given.user(aUser().named("alice"));
    Employee iryna =
        given.employee(anEmployee().knownAs("Іра").in("Україна", "Львів").at("Somewhere"));
    given.ticket(aTicket().forEmployee(iryna).ownedBy(alice).assignedTo(alice));
    store
        .failureCounts()
        .add(
            new ThrottleKey.OwnPassword(alice.id()),
            TestRules.loginLimits().perUser(),
            Fixtures.NOON);
    store
        .knownNetworks()
        .remember(
            alice.id(), ClientAddress.of("192.0.2.1").orElseThrow(), Fixtures.NOON, Fixtures.NOON);
  }

  /** What an erasure looks for in the history is what the domain says is free text. */
  @Test
  void knowsTheFreeTextsOfTicketsAndComments() {
    assertThat(DATABASE.strings("SELECT unnest(hexdesk_free_texts())"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(TicketDetails.FREE_TEXTS.keySet().stream(), Stream.of("body")).toList());
  }

  static Stream<Arguments> texts() {
    return Stream.concat(
        TicketDetails.FREE_TEXTS.entrySet().stream()
            .map(text -> Arguments.of("tickets", text.getKey(), text.getValue())),
        textsOfPeople());
  }

  private static Stream<Arguments> textsOfPeople() {
    return Stream.of(
        Arguments.of("users", "username", Username.LONGEST),
        Arguments.of("users", "first_name", PersonName.LONGEST),
        Arguments.of("users", "last_name", PersonName.LONGEST),
        Arguments.of("users", "phone", PhoneNumber.LONGEST),
        Arguments.of("users", "email", EmailAddress.LONGEST),
        Arguments.of("employees", "first_name", PersonName.LONGEST),
        Arguments.of("employees", "last_name", PersonName.LONGEST),
        Arguments.of("employees", "nick_name", NickName.LONGEST),
        Arguments.of("employees", "phone", PhoneNumber.LONGEST),
        Arguments.of("employees", "email", EmailAddress.LONGEST),
        Arguments.of("employees", "country", Country.LONGEST),
        Arguments.of("employees", "city", City.LONGEST),
        Arguments.of("employees", "address", PostalAddress.LONGEST));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextMayBeAsLongAsTheDomainSaysAndNotBlank(String table, String column, int longest) {
    String constraint = table + "_" + column + "_valid";

    set(table, column, "repeat('𠀀', %d)".formatted(longest));
    assertRefused(constraint, table, column, "repeat('x', %d)".formatted(longest + 1));
    assertRefused(constraint, table, column, "''");
    assertRefused(constraint, table, column, "E' \\t\\r\\n'");
  }

  @ParameterizedTest
  @CsvSource({
    "users, roles, 'ARRAY[''owner'']', users_roles_known",
    "users, roles, 'ARRAY[NULL]::text[]', users_roles_known",
    "users, roles, 'ARRAY[''admin'', ''support'', ''admin'']', users_roles_unique",
    "users, password_hash, ' ', users_password_hash_valid",
    "users, epoch, -1, users_epoch_valid",
    "login_failures, subject, ''alice'', login_failures_subject_valid",
    "login_failures, failures, -1, login_failures_failures_valid",
    "known_networks, network, '192.0.2.1', known_networks_network_valid",
    "known_networks, user_id, 987654321, known_networks_user_exists",
    "users, version, 0, users_version_valid",
    "employees, version, 0, employees_version_valid",
    "tickets, status, 'lost', tickets_status_known",
    "tickets, priority, 'none', tickets_priority_known",
    "tickets, version, 0, tickets_version_valid",
    "tickets, employee_id, 987654321, tickets_employee_exists",
    "tickets, owner_id, 987654321, tickets_owner_exists",
    "tickets, assignee_id, 987654321, tickets_assignee_exists"
  })
  void aWrongValueIsRefused(String table, String column, String value, String constraint) {
    boolean isText = !value.startsWith("ARRAY") && !value.matches("-?\\d+");

    assertRefused(constraint, table, column, isText ? "'" + value + "'" : value);
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleCanBeStored(Role role) {
    set("users", "roles", "ARRAY['" + role.code() + "']");
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusCanBeStored(TicketStatus status) {
    set("tickets", "status", "'" + status.code() + "'");
  }

  @ParameterizedTest
  @EnumSource
  void prioritiesRankInTheirOrder(Priority priority) {
    set("tickets", "priority", "'" + priority.code() + "'");

    assertThat(DATABASE.strings("SELECT priority_rank FROM tickets"))
        .containsExactly(String.valueOf(priority.ordinal() + 1));
  }

  @Test
  void onlyPartsAndPlansGoWithWhatTheyBelongTo() {
    assertThat(
            DATABASE.strings(
                "SELECT conname FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'c'"))
        .containsExactlyInAnyOrder(
            "comments_ticket_exists",
            "erasure_confirmations_employee_exists",
            "erasure_confirmations_user_exists",
            "known_networks_user_exists",
            "ticket_search_ticket_exists",
            "ticket_links_from_exists",
            "ticket_links_to_exists");
  }

  @Test
  void onlyACommentForgetsWhomItNamed() {
    assertThat(
            DATABASE.strings(
                "SELECT conname FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'n'"))
        .containsExactly("comments_author_exists");
  }

  @Test
  void nobodyCanRewriteHistory() {
    assertThat(
            DATABASE.strings(
                """
                SELECT privilege
                  FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) privilege, pg_class
                 WHERE relname = 'ticket_history'
                   AND array_to_string(relacl, ' ') ~ '[wdD]'
                """))
        .isEmpty();
  }

  @Test
  void noOrderDependsOnTheDatabasesLocale() {
    assertThat(
            DATABASE.strings(
                """
                SELECT table_name || '.' || column_name
                  FROM information_schema.columns
                 WHERE table_name IN ('users', 'employees', 'tickets', 'login_failures', 'known_networks',
                                      'idempotency_keys', 'tag_counts')
                   AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                """))
        .isEmpty();
  }

  @Test
  void everyTextIsCheckedButWhatIsMadeForSearching() {
    assertThat(
            DATABASE.strings(
                """
                SELECT attrelid::regclass || '.' || attname
                  FROM pg_attribute
                 WHERE attrelid IN (
                   'users'::regclass, 'employees'::regclass, 'tickets'::regclass,
                   'login_failures'::regclass, 'known_networks'::regclass,
                   'idempotency_keys'::regclass,
                   'tag_counts'::regclass)
                   AND atttypid IN ('text'::regtype, 'text[]'::regtype)
                   AND NOT EXISTS (
                     SELECT 1
                       FROM pg_constraint
                      WHERE conrelid = attrelid AND contype = 'c' AND attnum = ANY (conkey))
                """))
        .containsExactlyInAnyOrder(
            "users.search_text",
            "users.plain_text",
            "employees.search_text",
            "employees.plain_text");
  }

  private static void set(String table, String column, String value) {
    DATABASE.execute("UPDATE " + table + " SET " + column + " = " + value);
  }

  private static void assertRefused(String constraint, String table, String column, String value) {
    assertThatThrownBy(() -> set(table, column, value)).hasMessageContaining(constraint);
  }
}
