package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;

/** Says what a ticket is to another. Saying it again changes nothing. */
public interface LinkTickets {
  record Command(Actor actor, TicketId ticket, TicketId other, LinkRole role) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param added whether the tickets were not linked before
     */
    record Linked(LinkView link, boolean added) implements Result {}

    record Denied(Denial denial) implements Result {}

    /** One of the tickets is not there. */
    record Unknown() implements Result {}

    record ToItself() implements Result {}

    /** The work on one of them goes on in another ticket, and it stays as it is. */
    record Merged(TicketId into) implements Result {}

    /** One of them has as many links as a ticket can have. */
    record TooMany(TicketId ticket) implements Result {}
  }

  Result link(Command command);
}
