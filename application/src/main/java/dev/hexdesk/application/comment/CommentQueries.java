package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Optional;

/** Reads comments for showing. */
public interface CommentQueries {
  Optional<Comment> find(TicketId ticket, CommentId id);

  /**
   * A page of a ticket's comments, oldest first.
   *
   * @param internalToo whether to show internal ones
   * @throws dev.hexdesk.application.shared.InvalidPosition when no comment can be where the page
   *     shall begin
   */
  Page<Comment> list(TicketId ticket, boolean internalToo, PageSelection page);
}
