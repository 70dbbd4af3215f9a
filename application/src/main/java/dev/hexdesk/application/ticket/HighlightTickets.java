package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Collection;
import java.util.Map;

/** Tells where in tickets that stands which was searched for. */
public interface HighlightTickets {
  /**
   * Takes one look, however many tickets there are. Who shows them has been permitted to.
   *
   * @param search what was searched for, as {@link TicketSearch#text()} has it
   * @return of each of the tickets
   */
  Map<TicketId, Highlights> highlight(String search, Collection<Ticket> tickets);
}
