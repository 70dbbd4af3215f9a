package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** A ticket as callers see it. */
public record TicketView(
    TicketId id,
    String title,
    String description,
    TicketStatus status,
    Priority priority,
    EmployeeId employeeId,
    UserId ownerId,
    Optional<UserId> assigneeId,
    Version version,
    Instant createdAt,
    Instant updatedAt) {

  public static TicketView of(Ticket ticket) {
    TicketDetails details = ticket.details();
    return new TicketView(
        ticket.id(),
        details.title().value(),
        details.description().value(),
        details.status(),
        details.priority(),
        details.employeeId(),
        ticket.ownerId(),
        details.assigneeId(),
        ticket.version(),
        ticket.createdAt(),
        ticket.updatedAt());
  }
}
