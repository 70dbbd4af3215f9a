package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.ticket.Ticket;

/** Lists tickets, page by page. */
public interface ListTickets {
  record Query(Actor actor, TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {}

  AccessResult<Page<Ticket>> list(Query query);
}
