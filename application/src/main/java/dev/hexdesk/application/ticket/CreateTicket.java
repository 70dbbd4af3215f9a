package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;

/** Records a piece of work for an employee; the caller becomes its owner. */
public interface CreateTicket {
  record Command(Actor actor, TicketDetails details) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Created(Ticket ticket) implements Result {}

    record Denied(Denial denial) implements Result {}

    record UnknownEmployee() implements Result {}

    /** The assignee is unknown, disabled, or may not work on tickets. */
    record UnsuitableAssignee() implements Result {}

    /** The caller was deleted since their token was checked. */
    record CallerGone() implements Result {}
  }

  Result create(Command command);
}
