package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/** An update of a ticket, partial or whole. */
public record TicketChanges(
    Change<EmployeeId> employeeId,
    Change<Title> title,
    Change<Description> description,
    Change<TicketStatus> status,
    Change<Priority> priority,
    Change<Optional<UserId>> assigneeId) {

  /** The update that replaces everything. */
  public static TicketChanges to(TicketDetails details) {
    return new TicketChanges(
        Change.to(details.employeeId()),
        Change.to(details.title()),
        Change.to(details.description()),
        Change.to(details.status()),
        Change.to(details.priority()),
        Change.to(details.assigneeId()));
  }

  public TicketDetails appliedTo(TicketDetails present) {
    return new TicketDetails(
        employeeId.appliedTo(present.employeeId()),
        title.appliedTo(present.title()),
        description.appliedTo(present.description()),
        status.appliedTo(present.status()),
        priority.appliedTo(present.priority()),
        assigneeId.appliedTo(present.assigneeId()));
  }
}
