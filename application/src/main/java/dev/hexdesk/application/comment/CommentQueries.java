package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Optional;

/** Reads comments for showing. */
public interface CommentQueries {
  /** A ticket's comment, if it is among those that may be seen. */
  Optional<Comment> find(TicketId ticket, CommentId id, CommentAccess access);

  /**
   * A page of a ticket's comments, oldest first.
   *
   * @param access which to show
   * @throws dev.hexdesk.application.shared.InvalidPosition when no comment can be where the page
   *     shall begin
   */
  Page<Comment> list(TicketId ticket, CommentAccess access, PageSelection page);
}
