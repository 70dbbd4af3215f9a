package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;

/** Shows links. */
public record LinkReadService(LinkQueries links, TicketQueries tickets, RolePolicy policy)
    implements ShowLinks {
  @Override
  public Result show(Query query) {
    if (policy.decide(query.actor(), Permission.TICKET_READ) instanceof Denial denial) {
      return new Result.Denied(denial);
    }
    return tickets.find(query.ticket()).isEmpty()
        ? new Result.Unknown()
        : new Result.Found(links.list(query.ticket()));
  }
}
