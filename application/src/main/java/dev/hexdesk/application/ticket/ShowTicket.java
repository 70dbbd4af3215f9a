package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows one ticket. */
public interface ShowTicket {
  record Query(Actor actor, TicketId id) {}

  /** What came of it. */
  sealed interface Result {
    record Found(TicketView ticket) implements Result {}

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
