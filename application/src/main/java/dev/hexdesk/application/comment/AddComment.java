package dev.hexdesk.application.comment;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;

/** Adds a comment to a ticket; the first public one is the first response to the employee. */
public interface AddComment {
  /**
   * @param precondition what is demanded of the ticket's version
   */
  record Command(
      Actor actor,
      TicketId ticket,
      Precondition precondition,
      CommentBody body,
      Visibility visibility) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Added(Comment comment) implements Result {}

    record Denied(Denial denial) implements Result {}

    record UnknownTicket() implements Result {}

    record PreconditionFailed() implements Result {}

    /** The work goes on in another ticket, and so should the talk. */
    record Merged(TicketId into) implements Result {}

    /** The caller was deleted since their token was checked. */
    record CallerGone() implements Result {}
  }

  Result add(Command command);
}
