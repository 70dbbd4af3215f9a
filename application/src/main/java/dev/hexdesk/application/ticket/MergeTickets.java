package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;

/** Lets the work on a ticket go on in another, with all that was said about it. */
public interface MergeTickets {
  /**
   * @param precondition what is demanded of the source's version
   */
  record Command(
      Actor actor, TicketId source, Precondition precondition, TicketId target, MergeRule rule) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param target the ticket in which the work goes on
     */
    record Merged(Ticket target) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    record UnknownTarget() implements Result {}

    /** The source was merged before. */
    record AlreadyMerged(TicketId into) implements Result {}

    record IntoItself() implements Result {}

    /** The target was merged itself. */
    record IntoMerged(TicketId into) implements Result {}

    record OtherEmployee() implements Result {}
  }

  Result merge(Command command);
}
