package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as callers see it.
 *
 * @param tags in their order
 */
public record TicketView(
    TicketId id,
    String title,
    String description,
    TicketStatus status,
    Priority priority,
    EmployeeId employeeId,
    UserId ownerId,
    Optional<UserId> assigneeId,
    List<Tag> tags,
    Optional<Instant> dueAt,
    Milestones milestones,
    Optional<TicketId> mergedInto,
    Optional<ExternalId> externalId,
    Version version,
    Instant createdAt,
    Instant updatedAt) {

  public TicketView {
    tags = List.copyOf(tags);
  }

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
        details.tags().stream().sorted().toList(),
        details.dueAt(),
        ticket.milestones(),
        ticket.mergedInto(),
        ticket.externalId(),
        ticket.version(),
        ticket.createdAt(),
        ticket.updatedAt());
  }
}
