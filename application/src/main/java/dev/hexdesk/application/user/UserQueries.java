package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/** Reads users for showing. */
public interface UserQueries {
  Optional<UserView> find(UserId id);

  /**
   * A page of those that the filter lets through.
   *
   * @throws dev.hexdesk.application.shared.InvalidPosition when no row of a list so sorted can be
   *     where the page shall begin
   */
  Page<UserView> list(UserFilter filter, Sort<UserSortField> sort, PageSelection page);
}
