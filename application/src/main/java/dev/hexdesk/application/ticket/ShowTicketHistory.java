package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows what happened to a ticket, page by page; of a deleted one, to administrators alone. */
public interface ShowTicketHistory {
  record Query(Actor actor, TicketId ticket, PageSelection page) {}

  ReadResult<Page<HistoryEntry>> show(Query query);
}
