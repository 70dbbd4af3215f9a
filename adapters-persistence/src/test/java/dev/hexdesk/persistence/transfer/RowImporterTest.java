package dev.hexdesk.persistence.transfer;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportedEmployee;
import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.RowError;
import dev.hexdesk.application.transfer.RowImporter;
import dev.hexdesk.application.transfer.TicketImportRules;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Imports of rows that are there already, some while others change them: the test holds a row until
 * the import waits for it.
 */
@Timeout(60)
class RowImporterTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant LATER = NOON.plusSeconds(60);
  private static final TicketRowParser PARSER = new TicketRowParser(TestRules.ticketRules());

  private final ImportErrors errors = new ImportErrors();
  private StoreFixture given;
  private User alice;
  private Employee zoe;
  private Ticket first;
  private Ticket second;

  @BeforeEach
  void addTickets() {
    given = StoreFixture.in(DATABASE.emptyStore());
    alice = given.user(aUser().named("alice").withRoles(Role.ADMIN));
    zoe = given.employee(anEmployee().called("Zoë", "Weiß"));
    first = ticket();
    second = ticket();
  }

  private Ticket ticket() {
    return given.ticket(aTicket().forEmployee(zoe).ownedBy(alice).titled("Before"));
  }

  /** What a row says of a ticket, and what else is told: columns and values in turns. */
  private ImportedTicket row(long line, Ticket ticket, String... cells) {
    Map<String, String> row = new HashMap<>();
    row.put("id", Long.toString(ticket.id().value()));
    row.put("title", "Imported");
    row.put("description", ticket.details().description().value());
    row.put("employee_id", Long.toString(zoe.id().value()));
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return Objects.requireNonNull(PARSER.read(ImportRecord.ofTexts(line, row), LATER, errors));
  }

  private ImportCounts take(ImportedTicket... rows) {
    return take(
        new JdbiTicketImporter(unitOfWork(), PARSER, new TicketImportRules(TestRules.rolePolicy())),
        rows);
  }

  @SafeVarargs
  private <R> ImportCounts take(RowImporter<R> intake, R... rows) {
    ImportOptions options = new ImportOptions(alice.id(), LATER, true, true);
    return intake.importRows(sink -> List.of(rows).forEach(sink), options, errors, () -> true);
  }

  private static JdbiUnitOfWork unitOfWork() {
    return new JdbiUnitOfWork(DATABASE.jdbi());
  }

  /** Changes rows, and keeps that open until the import waits for it. */
  private void duringTheImport(String change, Runnable importing) throws Exception {
    try (Handle handle = DATABASE.jdbi().open();
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      handle.begin();
      handle.execute(change);
      Future<?> running = others.submit(importing);
      awaitSomebodyWaitingFor(handle);
      handle.commit();
      running.get();
    }
  }

  private static void awaitSomebodyWaitingFor(Handle handle) {
    int holder = handle.select("SELECT pg_backend_pid()").mapTo(int.class).one();
    String waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid))"
            .formatted(holder);
    while (DATABASE.strings(waiting).contains("0")) {
      Thread.onSpinWait();
    }
  }

  private static String column(String name, Ticket ticket) {
    return DATABASE
        .strings("SELECT " + name + " FROM tickets WHERE id = " + ticket.id().value())
        .getFirst();
  }

  @Test
  void leavesAsTheyAreWhateverColumnsTheFileDoesNotHave() throws Exception {
    duringTheImport(
        "UPDATE tickets SET status = 'open', priority = 'urgent', version = 2 WHERE id = "
            + first.id().value(),
        () -> take(row(1, first), row(2, second)));

    assertThat(errors.isEmpty()).isTrue();
    assertThat(column("status || ' ' || priority || ' ' || title || ' ' || version", first))
        .isEqualTo("open urgent Imported 3");
    assertThat(column("title", second)).isEqualTo("Imported");
  }

  @Test
  void leavesATicketAloneThatIsMergedMeanwhile() throws Exception {
    duringTheImport(
        "UPDATE tickets SET status = 'closed', merged_into = %d WHERE id = %d"
            .formatted(second.id().value(), first.id().value()),
        () -> take(row(1, first)));

    assertThat(errors.first()).extracting(RowError::code).containsExactly("merged");
    assertThat(column("title || ' ' || status", first)).isEqualTo("Before closed");
  }

  @Test
  void tellsOfATicketThatIsDeletedMeanwhile() throws Exception {
    duringTheImport(
        "DELETE FROM tickets WHERE id = " + first.id().value(),
        () -> take(row(1, first), row(2, second)));

    assertThat(errors.first()).extracting(RowError::code).containsExactly("unknown");
    assertThat(column("title", second)).isEqualTo("Before");
  }

  @Test
  void waitsForNobodyWhoWaitsForItAsOthersLockInTheOrderOfIdsToo() throws Exception {
    // A new version of the first row lies behind the second one, where a scan comes last.
    DATABASE.execute("UPDATE tickets SET version = version WHERE id = " + first.id().value());
    try (Handle handle = DATABASE.jdbi().open();
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      handle.begin();
      handle.execute("UPDATE tickets SET version = 2 WHERE id = ?", first.id().value());
      Future<ImportCounts> running = others.submit(() -> take(row(1, second), row(2, first)));
      awaitSomebodyWaitingFor(handle);

      handle.execute("UPDATE tickets SET version = 2 WHERE id = ?", second.id().value());
      handle.commit();

      assertThat(running.get().updated()).isEqualTo(2);
    }
  }

  @Test
  void leavesOfEmployeesWhatTheFileDoesNotSay() throws Exception {
    ImportedEmployee renamed =
        new ImportedEmployee(
            1,
            Set.of("id", "first_name", "last_name", "phone", "email"),
            OptionalLong.of(zoe.id().value()),
            Optional.empty(),
            EmployeeChanges.to(anEmployee().called("Zoya", "Weiß").profile()),
            Optional.empty(),
            Optional.empty());
    duringTheImport(
        "UPDATE employees SET city = 'Kyiv', external_id = 'HR-1' WHERE id = " + zoe.id().value(),
        () -> take(new JdbiEmployeeImporter(unitOfWork()), renamed));

    assertThat(errors.isEmpty()).isTrue();
    assertThat(
            DATABASE.strings(
                "SELECT first_name || ' ' || city || ' ' || external_id FROM employees"))
        .containsExactly("Zoya Kyiv HR-1");
  }

  @Test
  void tellsInTheHistoryOfAllThatItChanges() {
    take(
        row(
            1,
            first,
            "external_id",
            "OLD-7",
            "title",
            "Before",
            "status",
            "closed",
            "created_at",
            NOON.minusSeconds(40).toString(),
            "first_responded_at",
            NOON.minusSeconds(30).toString(),
            "resolved_at",
            NOON.minusSeconds(20).toString(),
            "closed_at",
            NOON.minusSeconds(10).toString()));

    assertThat(
            DATABASE.strings(
                """
                SELECT (c ->> 'field') || ': ' || coalesce(c ->> 'from', '-') || ' > ' || (c ->> 'to')
                  FROM ticket_history, jsonb_array_elements(changes) AS c
                """))
        .containsExactly(
            "status: new > closed",
            "created_at: %s > %s".formatted(told(NOON), told(NOON.minusSeconds(40))),
            "first_responded_at: - > " + told(NOON.minusSeconds(30)),
            "resolved_at: - > " + told(NOON.minusSeconds(20)),
            "closed_at: - > " + told(NOON.minusSeconds(10)),
            "external_id: - > OLD-7");
  }

  @Test
  void tellsInTheHistoryOfANewTicketWhatItBeganWith() {
    take(row(1, first, "id", ""));

    assertThat(
            DATABASE.strings(
                """
                SELECT action || ' ' || actor_name || ' ' || (c ->> 'field') || ': '
                       || coalesce(c ->> 'from', '-')
                  FROM ticket_history, jsonb_array_elements(changes) AS c
                 WHERE ticket_id = (SELECT max(id) FROM tickets)
                """))
        .hasSize(7)
        .contains("imported Zoë O’Neil title: -", "imported Zoë O’Neil created_at: -");
  }

  @Test
  void bringsNoWordsBackIntoTicketsOfSomebodyWhoWasErased() {
    DATABASE.execute("UPDATE employees SET erased_at = now()");
    DATABASE.execute(
        "UPDATE tickets SET description = '[erased]' WHERE id = " + first.id().value());

    take(row(1, first));

    assertThat(errors.first())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactlyInAnyOrder("title erased", "description erased");
    assertThat(column("title || ' ' || description", first)).isEqualTo("Before [erased]");
  }

  private static String told(Instant moment) {
    return moment.toString().replace("Z", ".000Z");
  }
}
