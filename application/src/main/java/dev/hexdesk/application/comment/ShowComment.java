package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows one comment. */
public interface ShowComment {
  record Query(Actor actor, TicketId ticket, CommentId id) {}

  ReadResult<Comment> show(Query query);
}
