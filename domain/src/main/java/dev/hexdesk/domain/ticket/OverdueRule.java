package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.ticket.TicketStatus.NEW;
import static dev.hexdesk.domain.ticket.TicketStatus.OPEN;
import static dev.hexdesk.domain.ticket.TicketStatus.PENDING;

import java.time.Instant;
import java.util.Set;

/** Which tickets are overdue: those that should have been resolved by now, and are not. */
public final class OverdueRule {
  /** The statuses in which a ticket can be overdue: in the others it is resolved. */
  public static final Set<TicketStatus> STATUSES = Set.of(NEW, OPEN, PENDING);

  private OverdueRule() {}

  /** Whether a ticket is overdue. At the very moment at which it is due it is not yet. */
  public static boolean holdsFor(TicketDetails ticket, Instant now) {
    return STATUSES.contains(ticket.status()) && ticket.dueAt().filter(now::isAfter).isPresent();
  }
}
