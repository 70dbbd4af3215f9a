package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps links for as long as both their tickets, at most one between two. Whoever writes holds both
 * tickets.
 */
public interface LinkRepository {
  /** What the ticket is to the other one, where they are linked. */
  Optional<LinkRole> find(TicketId ticket, TicketId other);

  /** How many links a ticket has. */
  int count(TicketId ticket);

  /** Links two tickets that were not linked. */
  void insert(TicketId ticket, TicketId other, LinkRole role, Instant now);

  /** Makes the link between two tickets another one; it is as old as before. */
  void update(TicketId ticket, TicketId other, LinkRole role);

  void delete(TicketId ticket, TicketId other);
}
