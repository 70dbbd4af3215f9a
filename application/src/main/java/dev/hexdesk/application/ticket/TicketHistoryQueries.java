package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.ticket.TicketId;

/** Reads what happened to tickets. */
public interface TicketHistoryQueries {
  /**
   * A page of a ticket's history, oldest first.
   *
   * @param access which of the entries on comments to show
   * @throws dev.hexdesk.application.shared.InvalidPosition when no entry can be where the page
   *     shall begin
   */
  Page<HistoryEntry> list(TicketId ticket, CommentAccess access, PageSelection page);

  /** Whether anything ever happened to such a ticket. */
  boolean knows(TicketId ticket);
}
