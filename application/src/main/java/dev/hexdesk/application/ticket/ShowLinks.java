package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.List;

/** Shows what a ticket is to others. */
public interface ShowLinks {
  record Query(Actor actor, TicketId ticket) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Found(List<LinkView> links) implements Result {
      public Found {
        links = List.copyOf(links);
      }
    }

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
