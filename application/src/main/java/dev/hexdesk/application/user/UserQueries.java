package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users for showing. */
public interface UserQueries {
  Optional<User> find(UserId id);

  /** Those of the ids that there are, in no order. */
  List<User> all(Set<UserId> ids);

  /**
   * A page of those that the filter lets through.
   *
   * @throws dev.hexdesk.application.shared.InvalidPosition when no row of a list so sorted can be
   *     where the page shall begin
   */
  Page<User> list(UserFilter filter, Sort<UserSortField> sort, PageSelection page);
}
