package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;

/** Removes a ticket. */
public interface DeleteTicket {
  record Command(Actor actor, TicketId id, Precondition precondition)
      implements VersionedCommand<TicketId> {}

  /** The possible outcomes. */
  sealed interface Result {
    record Deleted() implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** The work goes on in another ticket, and this one stays as it is. */
    record Merged(TicketId into) implements Result {}

    /** The work of other tickets, which were merged into this one, goes on in it. */
    record InUse() implements Result {}
  }

  Result delete(Command command);
}
