package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;
import java.util.Optional;

/** Where a ticket stands in its life; {@link TicketWorkflow} has where it may go from there. */
public enum TicketStatus implements Coded {
  NEW,
  OPEN,
  PENDING,
  RESOLVED,
  CLOSED;

  public static Optional<TicketStatus> of(String code) {
    return Coded.find(TicketStatus.class, code);
  }
}
