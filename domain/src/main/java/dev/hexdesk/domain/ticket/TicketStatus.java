package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;

/** Where a ticket stands in its life; {@link TicketWorkflow} has where it may go from there. */
public enum TicketStatus implements Coded {
  NEW,
  OPEN,
  PENDING,
  RESOLVED,
  CLOSED;
}
