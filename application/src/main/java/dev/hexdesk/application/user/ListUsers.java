package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.user.User;

/** Lists users, page by page. */
public interface ListUsers {
  record Query(Actor actor, UserFilter filter, Sort<UserSortField> sort, PageSelection page) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Listed(Page<User> page) implements Result {}

    record Denied(Denial denial) implements Result {}
  }

  Result list(Query query);
}
