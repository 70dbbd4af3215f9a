package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import java.time.Instant;

/**
 * A link as it is seen from one of its tickets.
 *
 * @param other the ticket at the other end
 * @param role what the ticket at this end is to that one
 * @param title of the other ticket
 * @param status of the other ticket
 */
public record LinkView(
    TicketId other, LinkRole role, String title, TicketStatus status, Instant createdAt) {}
