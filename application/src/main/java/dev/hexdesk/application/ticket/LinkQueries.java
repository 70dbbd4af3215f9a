package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.TicketId;
import java.util.List;

/** Reads links for showing. */
public interface LinkQueries {
  /** All links of a ticket, by the numbers of the others. */
  List<LinkView> list(TicketId ticket);
}
