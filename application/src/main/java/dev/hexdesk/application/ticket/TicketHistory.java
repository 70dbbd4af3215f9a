package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.TicketEvent;

/**
 * Keeps what happened to tickets, for longer than the tickets themselves. What was recorded stays
 * as it is.
 */
public interface TicketHistory {
  /** Records an event, as a part of the unit of work that makes it happen. */
  void record(TicketEvent event);
}
