package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.TicketId;

/** Lists a ticket's comments that the caller may see, oldest first. */
public interface ListComments {
  record Query(Actor actor, TicketId ticket, PageSelection page) {}

  ReadResult<Page<Comment>> list(Query query);
}
