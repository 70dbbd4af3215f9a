package dev.hexdesk.application.transfer;

import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.ticket.Ticket;

/** Reads all tickets that a filter lets through. */
public interface TicketRowStreams {
  RowStream<Ticket> extract(TicketFilter filter, Sort<TicketSortField> sort);
}
