package dev.hexdesk.application.transfer;

import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.Ticket;

/** Hands out all tickets that match, however many. */
public interface ExportTickets {
  record Query(Actor actor, TicketFilter filter, Sort<TicketSortField> sort) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Granted(RowStream<Ticket> tickets) implements Result {}

    record Denied(Denial denial) implements Result {}
  }

  Result export(Query query);
}
