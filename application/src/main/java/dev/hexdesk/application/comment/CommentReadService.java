package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.comment.Comment;

/** Shows and lists comments. */
public record CommentReadService(CommentQueries comments, TicketQueries tickets, RolePolicy policy)
    implements ShowComment, ListComments {
  @Override
  public ReadResult<Comment> show(ShowComment.Query query) {
    return ReadResult.of(
        policy.decide(query.actor(), Permission.COMMENT_READ),
        () -> comments.find(query.ticket(), query.id(), policy.commentAccess(query.actor())));
  }

  @Override
  public ReadResult<Page<Comment>> list(ListComments.Query query) {
    CommentAccess access = policy.commentAccess(query.actor());
    return ReadResult.of(
        policy.decide(query.actor(), Permission.COMMENT_READ),
        () ->
            tickets
                .find(query.ticket())
                .map(ticket -> comments.list(ticket.id(), access, query.page())));
  }
}
