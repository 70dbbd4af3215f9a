package dev.hexdesk.application.comment;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;

/** Removes a comment, which administrators may; the ticket's history keeps what it said. */
public interface DeleteComment {
  record Command(Actor actor, TicketId ticket, CommentId id, Precondition precondition) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Deleted() implements Result {}

    record Denied(Denial denial) implements Result {}

    /** There is no such comment for this caller. */
    record Unknown() implements Result {}

    record PreconditionFailed() implements Result {}

    record Merged(TicketId into) implements Result {}
  }

  Result delete(Command command);
}
