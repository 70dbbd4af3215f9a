package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageRequest;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/** Reads users for showing. */
public interface UserQueries {
  Optional<UserView> find(UserId id);

  Page<UserView> list(UserFilter filter, Sort<UserSortField> sort, PageRequest page);
}
