package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.Ticket;

/** Lists tickets, page by page. */
public interface ListTickets {
  record Query(Actor actor, TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Listed(Page<Ticket> page) implements Result {}

    record Denied(Denial denial) implements Result {}
  }

  Result list(Query query);
}
