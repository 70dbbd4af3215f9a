package dev.hexdesk.application.guilty;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows comments without being told who looks. */
interface CarelessCommentQueries {
  Page<Comment> list(TicketId ticket);
}
