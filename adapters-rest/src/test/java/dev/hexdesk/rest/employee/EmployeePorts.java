package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;

import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.employee.CreateEmployee;
import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.application.employee.ListEmployees;
import dev.hexdesk.application.employee.ShowEmployee;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.ListEmployeeTickets;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import java.time.InstantSource;

/** Use cases of employees for one test, which says what those do that it needs. */
public final class EmployeePorts {
  public CreateEmployee create = command -> unexpected();
  public ShowEmployee show = query -> unexpected();
  public ShowEmployeeWithTickets showWithTickets = query -> unexpected();
  public ListEmployees list = query -> unexpected();
  public ListEmployeeTickets listTickets = query -> unexpected();
  public ChangeEmployee change = command -> unexpected();
  public DeleteEmployee delete = command -> unexpected();

  public Api api() {
    return Api.of(
        new EmployeeResource(
            new EmployeeResource.UseCases(
                create,
                show,
                showWithTickets,
                list,
                listTickets,
                (search, tickets) -> unexpected(),
                (actor, tickets, wanted) -> ExpandedRelations.NONE,
                change,
                delete),
            TestRules.employeeRules(),
            TestRules.ticketRules(),
            ServedDocument.LIMITS,
            InstantSource.fixed(Fixtures.NOON)));
  }
}
