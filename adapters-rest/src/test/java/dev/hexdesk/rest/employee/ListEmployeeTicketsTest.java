package dev.hexdesk.rest.employee;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.ListEmployeeTickets;
import dev.hexdesk.application.ticket.ListTickets;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ListEmployeeTicketsTest {
  private final EmployeePorts ports = new EmployeePorts();
  private final ScriptedUseCase<ListEmployeeTickets.Query, ReadResult<Page<Ticket>>> useCase =
      new ScriptedUseCase<>();

  ListEmployeeTicketsTest() {
    ports.listTickets = useCase::run;
  }

  private TestResponse list(String query) {
    return ports.api().get("/api/v1/employees/12/tickets" + query).as(SUPPORT).send();
  }

  @Test
  void showsThePage() {
    useCase.answers(
        new ReadResult.Found<>(
            new Page<>(
                List.of(aTicket().withId(301).forEmployee(new EmployeeId(12)).build()),
                Optional.empty(),
                OptionalLong.of(1))));

    TestResponse answer = list("?include_total=true");

    assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "private, no-cache");
    Assertions.assertThat(answer.json().at("/items/0/employee_id").asLong()).isEqualTo(12);
    Assertions.assertThat(answer.json().at("/total").asLong()).isEqualTo(1);
  }

  @Test
  void asksForTheEmployeesTickets() {
    useCase.answers(new ReadResult.Unknown<>());

    list("?status=open&sort=-updated_at&limit=5");

    Assertions.assertThat(useCase.asked())
        .containsExactly(
            new ListEmployeeTickets.Query(
                new EmployeeId(12),
                new ListTickets.Query(
                    actorOf(SUPPORT),
                    TicketFilter.all().and().statuses(TicketStatus.OPEN).build(),
                    Sort.descending(TicketSortField.UPDATED_AT),
                    PageSelection.first(5))));
  }

  /** The path names the employee; another one besides would have to be ignored. */
  @Test
  void takesNoOtherEmployee() {
    assertThat(list("?employee_id=13"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("employee_id unknown");
  }

  @Test
  void knowsNoSuchEmployee() {
    useCase.answers(new ReadResult.Unknown<>());

    assertThat(list("")).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(new ReadResult.Denied<>(new MissingPermission(Permission.TICKET_READ)));

    assertThat(list(""))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }
}
