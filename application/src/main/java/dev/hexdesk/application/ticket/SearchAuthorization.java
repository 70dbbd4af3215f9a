package dev.hexdesk.application.ticket;

import dev.hexdesk.application.ticket.TicketSearch.Comments;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;

/** Restricts full-text search to the comments that the caller may read. */
public final class SearchAuthorization {
  private final RolePolicy policy;

  public SearchAuthorization(RolePolicy policy) {
    this.policy = policy;
  }

  /** The same filter, as far as the actor may look. */
  public TicketFilter of(TicketFilter filter, Actor actor) {
    return filter
        .search()
        .map(search -> filter.with(search.seeing(commentsFor(policy, actor))))
        .orElse(filter);
  }

  /** Internal comments are for those alone who may read comments at all. */
  static Comments commentsFor(RolePolicy policy, Actor actor) {
    if (policy.decide(actor, Permission.COMMENT_READ) instanceof Denial) {
      return Comments.NONE;
    }
    return policy.decide(actor, Permission.COMMENT_READ_INTERNAL) instanceof Denial
        ? Comments.PUBLIC
        : Comments.ALL;
  }
}
