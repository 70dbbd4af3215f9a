package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.util.List;

/** Shows links. */
public record LinkReadService(LinkQueries links, TicketQueries tickets, RolePolicy policy)
    implements ShowLinks {
  @Override
  public ReadResult<List<LinkView>> show(Query query) {
    return ReadResult.of(
        policy.decide(query.actor(), Permission.TICKET_READ),
        () -> tickets.find(query.ticket()).map(ticket -> links.list(ticket.id())));
  }
}
