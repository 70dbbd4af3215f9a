package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.TicketId;

/** Lists a ticket's comments that the caller may see, oldest first. */
public interface ListComments {
  record Query(Actor actor, TicketId ticket, PageSelection page) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Listed(Page<Comment> page) implements Result {}

    record Denied(Denial denial) implements Result {}

    record UnknownTicket() implements Result {}
  }

  Result list(Query query);
}
