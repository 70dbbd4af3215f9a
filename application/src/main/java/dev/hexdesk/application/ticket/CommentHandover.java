package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.TicketId;

/** Hands over the comments of a ticket that becomes a part of another. */
public interface CommentHandover {
  /** Makes all comments of one ticket another's, as they are. */
  void moveAll(TicketId from, TicketId to);
}
