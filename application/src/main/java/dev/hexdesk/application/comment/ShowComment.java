package dev.hexdesk.application.comment;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows one comment. */
public interface ShowComment {
  record Query(Actor actor, TicketId ticket, CommentId id) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Found(Comment comment) implements Result {}

    record Denied(Denial denial) implements Result {}

    /** There is no such comment for this caller. */
    record Unknown() implements Result {}
  }

  Result show(Query query);
}
