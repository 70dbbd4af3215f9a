package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.util.Optional;

/** Shows what happened to tickets. */
public record TicketHistoryService(
    TicketQueries tickets, TicketHistoryQueries history, RolePolicy policy)
    implements ShowTicketHistory {
  @Override
  public ReadResult<Page<HistoryEntry>> show(Query query) {
    CommentAccess access = policy.commentAccess(query.actor());
    return ReadResult.of(
        policy.decide(query.actor(), Permission.TICKET_READ),
        () ->
            Optional.of(query.ticket())
                .filter(ticket -> isKnown(query))
                .map(ticket -> history.list(ticket, access, query.page())));
  }

  private boolean isKnown(Query query) {
    return tickets.find(query.ticket()).isPresent()
        || policy.mayReadHistoryOfDeleted(query.actor()) && history.knows(query.ticket());
  }
}
