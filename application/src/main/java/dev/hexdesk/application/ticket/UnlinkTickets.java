package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.TicketId;

/** Says that a ticket has nothing to do with another, whether or not it had. */
public interface UnlinkTickets {
  record Command(Actor actor, TicketId ticket, TicketId other) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Unlinked() implements Result {}

    record Denied(Denial denial) implements Result {}

    /** One of the tickets is not there. */
    record Unknown() implements Result {}

    /** The work on one of them goes on in another ticket, and it stays as it is. */
    record Merged(TicketId into) implements Result {}
  }

  Result unlink(Command command);
}
