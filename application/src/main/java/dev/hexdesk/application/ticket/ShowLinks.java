package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.List;

/** Shows what a ticket is to others. */
public interface ShowLinks {
  record Query(Actor actor, TicketId ticket) {}

  ReadResult<List<LinkView>> show(Query query);
}
