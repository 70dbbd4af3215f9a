package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/**
 * All of a ticket that can be written.
 *
 * @param assigneeId the user who works on it; empty while nobody does
 */
public record TicketDetails(
    EmployeeId employeeId,
    Title title,
    Description description,
    TicketStatus status,
    Priority priority,
    Optional<UserId> assigneeId) {}
