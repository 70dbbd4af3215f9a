package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;

/** Removes a comment, which administrators may; the ticket's history keeps what it said. */
public interface DeleteComment {
  record Command(Actor actor, TicketId ticket, CommentId id, Precondition precondition)
      implements CommentCommand {}

  /** The possible outcomes. */
  sealed interface Result {
    record Deleted() implements Result {}

    record Refused(Refusal refusal) implements Result {}

    record Merged(TicketId into) implements Result {}
  }

  Result delete(Command command);
}
