package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import java.util.Set;

/** Changes a ticket, in part or in whole, along its workflow. */
public interface ChangeTicket {
  record Command(Actor actor, TicketId id, Precondition precondition, TicketChanges changes)
      implements VersionedCommand<TicketId> {}

  /** The possible outcomes. */
  sealed interface Result {
    /** The ticket as it is now, whether or not that differs from before. */
    record Changed(Ticket ticket) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    record IllegalTransition(TicketStatus from, TicketStatus to, Set<TicketStatus> allowed)
        implements Result {
      public IllegalTransition {
        allowed = Set.copyOf(allowed);
      }
    }

    /** The work goes on in another ticket, and this one stays as it is. */
    record Merged(TicketId into) implements Result {}

    record UnknownEmployee() implements Result {}

    /** The assignee is unknown, disabled, or may not work on tickets. */
    record UnsuitableAssignee() implements Result {}
  }

  Result change(Command command);
}
