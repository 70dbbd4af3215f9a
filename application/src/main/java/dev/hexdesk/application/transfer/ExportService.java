package dev.hexdesk.application.transfer;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.Ticket;
import java.util.EnumSet;

/** Exports tickets and employees. */
public record ExportService(
    TicketRowStreams tickets, EmployeeRowStreams employees, RolePolicy policy)
    implements ExportTickets, ExportEmployees {
  @Override
  public AccessResult<RowStream<Ticket>> export(ExportTickets.Query query) {
    return AccessResult.of(
        policy.decideAll(
            query.actor(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_EXPORT)),
        () ->
            tickets.extract(
                query.filter().visibleTo(policy.commentAccess(query.actor())), query.sort()));
  }

  @Override
  public AccessResult<RowStream<Employee>> export(ExportEmployees.Query query) {
    return AccessResult.of(
        policy.decide(query.actor(), Permission.EMPLOYEE_READ),
        () -> employees.extract(query.filter(), query.sort()));
  }
}
