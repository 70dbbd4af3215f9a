package dev.hexdesk.application.comment;

import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;

/** Shows and lists comments. */
public record CommentReadService(CommentQueries comments, TicketQueries tickets, RolePolicy policy)
    implements ShowComment, ListComments {
  @Override
  public ShowComment.Result show(ShowComment.Query query) {
    if (policy.decide(query.actor(), Permission.COMMENT_READ) instanceof Denial denial) {
      return new ShowComment.Result.Denied(denial);
    }
    return comments
        .find(query.ticket(), query.id(), policy.commentAccess(query.actor()))
        .<ShowComment.Result>map(ShowComment.Result.Found::new)
        .orElseGet(ShowComment.Result.Unknown::new);
  }

  @Override
  public ListComments.Result list(ListComments.Query query) {
    if (policy.decide(query.actor(), Permission.COMMENT_READ) instanceof Denial denial) {
      return new ListComments.Result.Denied(denial);
    }
    if (tickets.find(query.ticket()).isEmpty()) {
      return new ListComments.Result.UnknownTicket();
    }
    return new ListComments.Result.Listed(
        comments.list(query.ticket(), policy.commentAccess(query.actor()), query.page()));
  }
}
