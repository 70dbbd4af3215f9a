package dev.hexdesk.application.transfer;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.ticket.Ticket;

/** Hands out all tickets that match, however many. */
public interface ExportTickets {
  record Query(Actor actor, TicketFilter filter, Sort<TicketSortField> sort) {}

  AccessResult<RowStream<Ticket>> export(Query query);
}
