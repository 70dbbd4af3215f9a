package dev.hexdesk.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.application.transfer.ImportRecord.Cell;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the rows of a file, before any database sees them. */
class ImportTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final int MOST_ROWS = 3;

  private final Kept<ImportedEmployee> employees = new Kept<>();
  private final Kept<ImportedTicket> tickets = new Kept<>();
  private final ImportRows employeeImport =
      ImportService.ofEmployees(
          employees,
          TestRules.employeeRules(),
          TestRules.rolePolicy(),
          InstantSource.fixed(NOW),
          MOST_ROWS);
  private final ImportRows ticketImport =
      ImportService.ofTickets(
          tickets,
          new TicketRowParser(TestRules.ticketRules()),
          TestRules.rolePolicy(),
          InstantSource.fixed(NOW),
          MOST_ROWS);

  /** Takes rows in as though none were there already. */
  private static final class Kept<R> implements RowImporter<R> {
    private final List<R> rows = new ArrayList<>();
    private Optional<ImportOptions> options = Optional.empty();

    @Override
    public ImportCounts importRows(
        Consumer<Consumer<R>> source,
        ImportOptions given,
        ImportErrors errors,
        BooleanSupplier stillAllowed) {
      List<R> fed = new ArrayList<>();
      source.accept(fed::add);
      options = Optional.of(given);
      if (errors.isEmpty() && stillAllowed.getAsBoolean() && given.keep()) {
        rows.addAll(fed);
      }
      return new ImportCounts(fed.size(), fed.size(), 0, 0);
    }
  }

  private static Actor actor(Role role) {
    return new Actor(new UserId(1), Set.of(role), false, Optional.empty());
  }

  private static ActorLookup present(Actor actor) {
    return () -> Optional.of(actor);
  }

  private static ImportRows.Command importing(Actor actor, RowReader rows) {
    return new ImportRows.Command(actor, present(actor), rows, false);
  }

  @SafeVarargs
  private static RowReader file(Map<String, String>... rows) {
    return (columns, taker, errors) -> {
      long line = 2;
      for (Map<String, String> row : rows) {
        if (!taker.test(ImportRecord.ofTexts(line++, row))) {
          return;
        }
      }
    };
  }

  private static Map<String, String> ann(String phone) {
    return Map.of(
        "first_name", "Ann", "last_name", "Lee", "phone", phone, "email", "ann@example.org");
  }

  private ImportRows.Result importEmployees(Role role, RowReader rows, boolean dryRun) {
    return employeeImport.importRows(
        new ImportRows.Command(actor(role), present(actor(role)), rows, dryRun));
  }

  private List<String> errorsOf(Map<String, String> ticket) {
    ImportRows.Result result = ticketImport.importRows(importing(actor(Role.ADMIN), file(ticket)));
    return result instanceof ImportRows.Result.Faulty(ImportErrors errors)
        ? errors.first().stream().map(it -> it.field() + " " + it.code()).toList()
        : List.of();
  }

  @Test
  void takesRowsInOrder() {
    ImportRows.Result result =
        importEmployees(Role.MANAGER, file(ann("+380501112233"), ann("+380501112244")), false);

    assertThat(result).isEqualTo(new ImportRows.Result.Imported(new ImportCounts(2, 2, 0, 0)));
    assertThat(employees.rows).extracting(ImportedEmployee::line).containsExactly(2L, 3L);
    assertThat(employees.rows.getFirst().given()).contains("phone").doesNotContain("city");
  }

  @Test
  void keepsNothingOfADryRun() {
    assertThat(importEmployees(Role.ADMIN, file(ann("+380501112233")), true))
        .isInstanceOf(ImportRows.Result.Imported.class);
    assertThat(employees.rows).isEmpty();
  }

  @Test
  void refusesWhoMayNotImport() {
    assertThat(importEmployees(Role.SUPPORT, file(), false))
        .isEqualTo(
            new ImportRows.Result.Denied(
                new Decision.MissingPermission(Permission.EMPLOYEE_IMPORT)));
    assertThat(ticketImport.importRows(importing(actor(Role.SUPPORT), file())))
        .isEqualTo(
            new ImportRows.Result.Denied(new Decision.MissingPermission(Permission.TICKET_IMPORT)));
  }

  private ImportRows.Result importWhile(Role before, Optional<Actor> after) {
    return employeeImport.importRows(
        new ImportRows.Command(actor(before), () -> after, file(ann("+380501112233")), false));
  }

  @Test
  void keepsNothingOfWhoLostTheirRightsMeanwhile() {
    Actor disabled = new Actor(new UserId(1), Set.of(Role.ADMIN), true, Optional.empty());

    assertThat(importWhile(Role.ADMIN, Optional.empty()))
        .isEqualTo(new ImportRows.Result.TokenVoid());
    assertThat(importWhile(Role.ADMIN, Optional.of(disabled)))
        .isEqualTo(new ImportRows.Result.Denied(new Decision.UserDisabled()));
    assertThat(importWhile(Role.MANAGER, Optional.of(actor(Role.SUPPORT))))
        .isEqualTo(
            new ImportRows.Result.Denied(
                new Decision.MissingPermission(Permission.EMPLOYEE_IMPORT)));
    assertThat(employees.rows).isEmpty();
  }

  @Test
  void keepsNothingThatWasReadByTheRulesOfAnAdministratorWhoIsNoneAnyMore() {
    assertThat(importWhile(Role.ADMIN, Optional.of(actor(Role.MANAGER))))
        .isEqualTo(
            new ImportRows.Result.Denied(
                new Decision.MissingPermission(Permission.EMPLOYEE_IMPORT)));
    assertThat(employees.rows).isEmpty();

    assertThat(importWhile(Role.MANAGER, Optional.of(actor(Role.ADMIN))))
        .isInstanceOf(ImportRows.Result.Imported.class);
    assertThat(employees.rows).hasSize(1);
  }

  @Test
  void tellsAllFaultsAndGoesOn() {
    ImportRows.Result result =
        importEmployees(
            Role.ADMIN,
            file(
                Map.of("first_name", "Ann", "phone", "12", "birthday", "2027-01-01"),
                ann("+380501112233")),
            false);

    ImportErrors errors = ((ImportRows.Result.Faulty) result).errors();
    assertThat(errors.first())
        .extracting(it -> it.line() + " " + it.field() + " " + it.code())
        .containsExactly("2 phone too_short", "2 birthday not_in_past");
    assertThat(errors.count()).isEqualTo(2);
    assertThat(employees.rows).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "1990-04-23, 1990-04-23",
        "1990-04-23 00:00:00, 1990-04-23",
        "1990-04-23T00:00:00.000, 1990-04-23",
        "1990-04-23T00:00, 1990-04-23",
        "1990-04-23T00:00:00.000Z, 1990-04-23",
        "1990-04-23 0:00:00, 1990-04-23",
        "1990-04-23T00:00:00+02:00, 1990-04-23",
        "19900423, 1990-04-23",
        "1990/04/23, 1990-04-23",
        "1990/4/3, 1990-04-03",
        "1990.04.23., 1990-04-23",
        "1990. 4. 23., 1990-04-23"
      })
  void aBirthdayMayHaveAMidnightBehindIt(String cell, LocalDate birthday) {
    Map<String, String> row = new HashMap<>(ann("+380501112233"));
    row.put("birthday", cell);
    importEmployees(Role.ADMIN, file(row), false);

    assertThat(employees.rows.getLast().changes().birthday().orElseThrow()).contains(birthday);
    row.put("birthday", "1990-04-23 00:00:01");
    assertThat(importEmployees(Role.ADMIN, file(row), false))
        .isInstanceOf(ImportRows.Result.Faulty.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23.04.1990",
        "04/23/1990",
        "1990/04-23",
        "1990-23-04",
        "1990-02-30",
        "90-04-23",
        "19900230",
        "1990-04-23T22:00:00Z",
        "1990-04-23 00:00 x",
        "32986"
      })
  void aBirthdayHasItsYearFirst(String cell) {
    Map<String, String> row = new HashMap<>(ann("+380501112233"));
    row.put("birthday", cell);

    assertThat(importEmployees(Role.ADMIN, file(row), false))
        .isInstanceOf(ImportRows.Result.Faulty.class);
  }

  @ParameterizedTest
  @CsvSource({"1.23E+10, true", "'1,23E+10', true", "1E+11, true", "1E10, false", "E+10, false"})
  void anExternalIdIsNoNumberThatASpreadsheetHasShortened(String cell, boolean isShortened) {
    Map<String, String> row = new HashMap<>(ann("+380501112233"));
    row.put("external_id", cell);

    assertThat(importEmployees(Role.ADMIN, file(row), false) instanceof ImportRows.Result.Faulty)
        .isEqualTo(isShortened);
  }

  /** Spreadsheets have line ends in their cells. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 High St\nLeeds\nLS1",
        "1 High St,\r\n Leeds\r\n\r\nLS1\r\n",
        "\n1 High St\rLeeds, LS1",
        "1 High St, Leeds, LS1"
      })
  void theLinesOfAnAddressAreOne(String cell) {
    Map<String, String> row = new HashMap<>(ann("+380501112233"));
    row.put("address", cell);
    importEmployees(Role.ADMIN, file(row), false);

    assertThat(employees.rows.getLast().changes().address().orElseThrow())
        .map(PostalAddress::value)
        .contains("1 High St, Leeds, LS1");
  }

  @Test
  void takesNoMoreRowsThanAreAllowed() {
    Map<String, String> row = ann("+380501112233");
    ImportRows.Result result = importEmployees(Role.ADMIN, file(row, row, row, row, row), false);

    assertThat(((ImportRows.Result.Faulty) result).errors().first())
        .extracting(it -> it.line() + " " + it.code())
        .containsExactly("5 too_many_rows");
  }

  @Test
  void onlyAdministratorsRewriteHistory() {
    importEmployees(Role.ADMIN, file(), false);
    assertThat(employees.options.orElseThrow().mayRewriteHistory()).isTrue();
    importEmployees(Role.MANAGER, file(), false);
    assertThat(employees.options.orElseThrow().mayRewriteHistory()).isFalse();
  }

  @Test
  void readsATicket() {
    assertThat(
            errorsOf(
                Map.of(
                    "title", "No paper",
                    "description", "Again",
                    "employee_email", "Ann@Example.org",
                    "assignee", "bob",
                    "tags", "VIP; on-site vip",
                    "status", "closed",
                    "resolved_at", "2026-01-01T00:00:00+01:00")))
        .isEmpty();
    ImportedTicket ticket = tickets.rows.getFirst();
    assertThat(ticket.changes().tags().orElseThrow())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("vip", "on-site");
    assertThat(ticket.moments().resolvedAt()).contains(Instant.parse("2025-12-31T23:00:00Z"));
  }

  @Test
  void tellsWhatIsWrongWithATicket() {
    assertThat(errorsOf(Map.of("title", "No paper", "description", "Again")))
        .containsExactly("employee_id required");
    assertThat(
            errorsOf(
                Map.of(
                    "title", "No paper",
                    "description", "Again",
                    "employee_id", "0",
                    "status", "lost",
                    "priority", "none",
                    "due_at", "tomorrow",
                    "created_at", "2027-01-01T00:00:00Z")))
        .containsExactlyInAnyOrder(
            "employee_id format",
            "status unknown_value",
            "priority unknown_value",
            "due_at format",
            "created_at in_future");
    assertThat(
            errorsOf(
                Map.of(
                    "title", "No paper",
                    "description", "Again",
                    "employee_id", "1",
                    "employee_email", "ann@example.org",
                    "assignee", "bob",
                    "assignee_id", "2",
                    "resolved_at", "2026-01-02T00:00:00Z",
                    "closed_at", "2026-01-01T00:00:00Z")))
        .containsExactlyInAnyOrder(
            "employee_email ambiguous", "assignee ambiguous", "closed_at order");
  }

  private static Map<String, Cell> ticketWith(String column, Cell cell) {
    Map<String, Cell> cells = new HashMap<>();
    cells.put("title", new Cell.Text("No paper"));
    cells.put("description", new Cell.Text("Again"));
    cells.put("employee_id", new Cell.Number("1"));
    cells.put(column, cell);
    return cells;
  }

  private List<String> faultsWith(String column, Cell cell) {
    RowReader rows =
        (columns, taker, errors) ->
            assertThat(taker.test(new ImportRecord(1, ticketWith(column, cell)))).isTrue();
    return ticketImport.importRows(importing(actor(Role.ADMIN), rows))
            instanceof ImportRows.Result.Faulty(ImportErrors errors)
        ? errors.first().stream().map(it -> it.field() + " " + it.code()).toList()
        : List.of();
  }

  /** Spreadsheets and telephones begin what is typed with a capital. */
  @ParameterizedTest
  @CsvSource({"status, Open", "status, CLOSED", "status, ' Pending '", "priority, High"})
  void takesWordsInAnyLetterCase(String column, String cell) {
    assertThat(faultsWith(column, new Cell.Text(cell))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31 10:15:30+00",
        "2026-12-31T10:15Z",
        "2026-12-31T10:15:30.123+0000",
        " 2026-12-31T12:15:30+02:00 "
      })
  void takesMomentsAsDatabasesAndLibrariesWriteThem(String cell) {
    assertThat(faultsWith("due_at", new Cell.Text(cell))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, true",
    "1969-12-31T23:59:59Z, false",
    "1970-01-01T17:59:59+18:00, false",
    "9999-12-30T23:59:59.999Z, true",
    "9999-12-31T00:00:00Z, false",
    "9999-12-30T06:00:00-18:00, false"
  })
  void takesMomentsWithinTheRange(String cell, boolean taken) {
    assertThat(faultsWith("due_at", new Cell.Text(cell)))
        .isEqualTo(taken ? List.of() : List.of("due_at format"));
  }

  /** A file made of what the API shows has a member more, of which most rows say nothing. */
  @Test
  void whatIsOnlyShownMaySayNothing() {
    assertThat(faultsWith("merged_into", new Cell.Text(""))).isEmpty();
    assertThat(faultsWith("merged_into", new Cell.Number("5")))
        .containsExactly("merged_into read_only");
  }

  @Test
  void takesEachValueInTheTypeThatItsColumnHas() {
    Cell list = new Cell.Texts(List.of("on-site", "vip"));
    Cell number = new Cell.Number("7");

    assertThat(faultsWith("tags", list)).isEmpty();
    assertThat(tickets.rows.getLast().changes().tags().orElseThrow())
        .extracting(Tag::value)
        .containsExactlyInAnyOrder("on-site", "vip");
    assertThat(faultsWith("tags", new Cell.Texts(List.of()))).isEmpty();
    assertThat(tickets.rows.getLast().changes().tags().orElseThrow()).isEmpty();
    assertThat(faultsWith("external_id", number)).isEmpty();
    assertThat(tickets.rows.getLast().externalId().orElseThrow()).contains(new ExternalId("7"));
    assertThat(faultsWith("employee_id", new Cell.Text("1"))).isEmpty();
    assertThat(faultsWith("title", list)).containsExactly("title type");
    assertThat(faultsWith("title", number)).containsExactly("title type");
    assertThat(faultsWith("employee_id", list)).containsExactly("employee_id type");
    assertThat(faultsWith("status", number)).containsExactly("status type");
    assertThat(faultsWith("due_at", number)).containsExactly("due_at type");
    assertThat(faultsWith("assignee", list)).containsExactly("assignee type");
    assertThat(faultsWith("tags", number)).containsExactly("tags type");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 1 ", "1.0", "\u00a01.00\t", "\ufeff1"})
  void takesTheNumbersThatSpreadsheetsAndDataFramesWrite(String cell) {
    assertThat(faultsWith("employee_id", new Cell.Text(cell))).isEmpty();
    assertThat(tickets.rows.getLast().employee()).isEqualTo(new ImportedTicket.Employee.ById(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1,0", "1.", "1e3", "01", "-1", "1 2"})
  void takesNoOtherTextForANumber(String cell) {
    assertThat(faultsWith("employee_id", new Cell.Text(cell)))
        .containsExactly("employee_id format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PX-1", " PX-1", "PX-1 ", "PX-1\u00a0", "\u200bPX-1"})
  void takesAnExternalIdWithoutWhatIsAroundIt(String cell) {
    assertThat(faultsWith("external_id", new Cell.Text(cell))).isEmpty();
    assertThat(tickets.rows.getLast().externalId().orElseThrow()).contains(new ExternalId("PX-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "employee_external_id, 'PX-1\u00a0', PX-1",
    "employee_email, ' ann@example.org\u00a0', ann@example.org",
    "employee_email, '\u202aann@example.org\u202c', ann@example.org",
    "employee_email, mailto:ann@example.org, ann@example.org"
  })
  void findsTheEmployeeByWhatIsInACell(String column, String cell, String value) {
    Map<String, String> row =
        Map.of("title", "No paper", "description", "Again", column, cell, "employee_id", " ");

    assertThat(errorsOf(row)).isEmpty();
    assertThat(tickets.rows.getLast().employee())
        .isIn(
            new ImportedTicket.Employee.ByExternalId(new ExternalId(value)),
            new ImportedTicket.Employee.ByEmail(new EmailAddress(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<>", "mailto:", "< \u200b>"})
  void anAddressOfNothingIsNobodys(String cell) {
    assertThat(
            errorsOf(Map.of("title", "No paper", "description", "Again", "employee_email", cell)))
        .containsExactly("employee_email unknown");
  }

  @Test
  void aBlankCellSaysNothingWhereThereIsNoFreeText() {
    for (String column : List.of("id", "external_id", "status", "due_at", "assignee")) {
      assertThat(faultsWith(column, new Cell.Text(" \u00a0"))).isEmpty();
    }
    assertThat(tickets.rows).hasSize(5);
    assertThat(faultsWith("title", new Cell.Text("   "))).containsExactly("title blank");
  }

  @Test
  void aTagOfAListIsTakenAsItIs() {
    assertThat(faultsWith("tags", new Cell.Texts(List.of("out of office"))))
        .containsExactly("tags format");
    assertThat(faultsWith("tags", new Cell.Texts(List.of("a,b")))).containsExactly("tags format");
  }
}
