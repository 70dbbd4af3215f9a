package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;

/** Shows what happened to tickets. */
public record TicketHistoryService(
    TicketQueries tickets, TicketHistoryQueries history, RolePolicy policy)
    implements ShowTicketHistory {
  @Override
  public Result show(Query query) {
    if (policy.decide(query.actor(), Permission.TICKET_READ) instanceof Denial denial) {
      return new Result.Denied(denial);
    }
    if (!isKnown(query)) {
      return new Result.Unknown();
    }
    return new Result.Listed(
        history.list(query.ticket(), policy.commentAccess(query.actor()), query.page()));
  }

  private boolean isKnown(Query query) {
    return tickets.find(query.ticket()).isPresent()
        || policy.mayReadHistoryOfDeleted(query.actor()) && history.knows(query.ticket());
  }
}
