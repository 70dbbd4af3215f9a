package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.user.User;

/** Lists users, page by page. */
public interface ListUsers {
  record Query(Actor actor, UserFilter filter, Sort<UserSortField> sort, PageSelection page) {}

  AccessResult<Page<User>> list(Query query);
}
