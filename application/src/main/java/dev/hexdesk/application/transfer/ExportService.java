package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.util.EnumSet;

/** Exports tickets and employees. */
public record ExportService(
    TicketRowStreams tickets, EmployeeRowStreams employees, RolePolicy policy)
    implements ExportTickets, ExportEmployees {
  @Override
  public ExportTickets.Result export(ExportTickets.Query query) {
    if (policy.decideAll(
            query.actor(), EnumSet.of(Permission.TICKET_READ, Permission.TICKET_EXPORT))
        instanceof Denial denial) {
      return new ExportTickets.Result.Denied(denial);
    }
    return new ExportTickets.Result.Granted(
        tickets.extract(
            query.filter().visibleTo(policy.commentAccess(query.actor())), query.sort()));
  }

  @Override
  public ExportEmployees.Result export(ExportEmployees.Query query) {
    if (policy.decide(query.actor(), Permission.EMPLOYEE_READ) instanceof Denial denial) {
      return new ExportEmployees.Result.Denied(denial);
    }
    return new ExportEmployees.Result.Granted(employees.extract(query.filter(), query.sort()));
  }
}
