package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.ticket.TicketStatus.CLOSED;
import static dev.hexdesk.domain.ticket.TicketStatus.OPEN;
import static dev.hexdesk.domain.ticket.TicketStatus.PENDING;
import static dev.hexdesk.domain.ticket.TicketStatus.RESOLVED;

import java.util.EnumSet;
import java.util.Set;

/** Which status of a ticket may follow which. Nothing becomes new again, and no status is final. */
public final class TicketWorkflow {
  private TicketWorkflow() {}

  /** The statuses that a ticket may move to from this one, itself not among them. */
  public static Set<TicketStatus> successorsOf(TicketStatus status) {
    return switch (status) {
      case NEW -> EnumSet.of(OPEN, PENDING, RESOLVED, CLOSED);
      case OPEN -> EnumSet.of(PENDING, RESOLVED, CLOSED);
      case PENDING -> EnumSet.of(OPEN, RESOLVED, CLOSED);
      case RESOLVED -> EnumSet.of(OPEN, CLOSED);
      case CLOSED -> EnumSet.of(OPEN);
    };
  }

  /**
   * Whether a ticket may have the next status after this one; naming the present one is no move.
   */
  public static boolean allows(TicketStatus present, TicketStatus next) {
    return next == present || successorsOf(present).contains(next);
  }
}
