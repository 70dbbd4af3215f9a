package dev.hexdesk.rest.transfer;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
  private final TransferPorts ports = new TransferPorts();
  private final List<ExportEmployees.Query> employees = new ArrayList<>();
  private final List<ExportTickets.Query> tickets = new ArrayList<>();

  ExportTest() {
    ports.exportEmployees =
        query -> {
          employees.add(query);
          return new AccessResult.Granted<>(only(anEmployee().withId(12).build()));
        };
    ports.exportTickets =
        query -> {
          tickets.add(query);
          return new AccessResult.Granted<>(only(aTicket().withId(301).build()));
        };
  }

  private static <V> RowStream<V> only(V row) {
    return (opened, handler) -> {
      opened.run();
      handler.accept(row);
    };
  }

  private TestResponse export(String target) {
    return ports.api().get("/api/v1/" + target).accepting("text/csv").as(SUPPORT).send();
  }

  @ParameterizedTest
  @CsvSource({"employees, 12", "tickets, 301"})
  void handsOutAFile(String kind, String id) {
    TestResponse answer = export(kind);

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Content-Type", "text/csv;charset=utf-8")
        .hasHeader("Content-Disposition", "attachment; filename=\"" + kind + ".csv\"")
        .hasHeader("Cache-Control", "private, no-cache");
    assertThat(answer.text().split("\r\n")).hasSize(2);
    assertThat(answer.text()).startsWith("id,external_id,").contains("\r\n" + id + ",");
  }

  @Test
  void asksForAllUnlessToldOtherwise() {
    export("employees");
    export("tickets");

    assertThat(employees)
        .containsExactly(
            new ExportEmployees.Query(
                actorOf(SUPPORT), EmployeeFilter.all(), Sort.ascending(EmployeeSortField.ID)));
    assertThat(tickets)
        .containsExactly(
            new ExportTickets.Query(
                actorOf(SUPPORT), TicketFilter.all(), Sort.ascending(TicketSortField.ID)));
  }

  @Test
  void narrowsAndSortsAsTheListDoes() {
    export("employees?city=Lviv&sort=-last_name");

    assertThat(employees.getFirst().filter().city()).isEqualTo(Optional.of("Lviv"));
    assertThat(employees.getFirst().sort()).isEqualTo(Sort.descending(EmployeeSortField.LAST_NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "cursor", "include_total"})
  void hasNoPages(String parameter) {
    for (String kind : List.of("employees", "tickets")) {
      assertThat(export(kind + "?" + parameter + "=true"))
          .isProblem(ProblemType.MALFORMED_REQUEST)
          .hasFaults(parameter + " unsuitable");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "text/*|text/csv;charset=utf-8",
        "text/csv|text/csv;charset=utf-8",
        "text/csv, application/json|application/json",
        "application/json;q=0.01, text/csv|text/csv;charset=utf-8"
      })
  void isGivenToWhoAsksForItAlone(String accepted, String given) {
    for (String kind : List.of("employees", "tickets")) {
      assertThat(AllResources.api().get("/api/v1/" + kind).accepting(accepted).as(SUPPORT).send())
          .hasStatus(200)
          .hasHeader("Content-Type", given);
    }
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    MissingPermission denial = new MissingPermission(Permission.TICKET_EXPORT);
    ports.exportEmployees = query -> new AccessResult.Denied<>(denial);
    ports.exportTickets = query -> new AccessResult.Denied<>(denial);

    for (String kind : List.of("employees", "tickets")) {
      assertThat(export(kind))
          .isProblem(ProblemType.PERMISSION_DENIED)
          .hasMember("permission", "ticket:export");
    }
  }

  @Test
  void tellsThatTheDatabaseIsAway() {
    ports.exportTickets =
        query ->
            new AccessResult.Granted<>(
                (opened, rows) -> {
                  throw new StorageUnavailable(new IllegalStateException());
                });

    assertThat(export("tickets")).isProblem(ProblemType.UNAVAILABLE);
  }

  @Test
  void turnsAwayWhoIsOneTooMany() {
    ports.atOnce = 0;

    assertThat(export("tickets")).isProblem(ProblemType.UNAVAILABLE).hasHeader("Retry-After", "10");
  }
}
