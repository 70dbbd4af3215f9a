package dev.hexdesk.persistence.user;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users from PostgreSQL. */
public record JdbiUserQueries(JdbiUnitOfWork unitOfWork) implements UserQueries {
  private static final String FIND = "SELECT " + UserRow.COLUMNS + " FROM users WHERE id = ?";

  private static final KeysetList<UserSortField, User> LIST =
      new KeysetList<>(
          "users",
          UserRow.COLUMNS,
          (row, context) -> UserRow.user(row),
          JdbiUserQueries::sortColumn,
          user -> user.id().value());

  private static final String ALL = "SELECT " + UserRow.COLUMNS + " FROM users WHERE id = ANY (?)";

  @Override
  public Optional<User> find(UserId id) {
    return unitOfWork.rows().findById(FIND, id.value(), UserRow::user);
  }

  @Override
  public List<User> all(Set<UserId> ids) {
    return unitOfWork
        .rows()
        .list(
            ALL,
            UserRow::user,
            SqlValues.array("bigint", ids.stream().map(UserId::value).toList()));
  }

  @Override
  public Page<User> list(UserFilter filter, Sort<UserSortField> sort, PageSelection page) {
    return unitOfWork.with(handle -> LIST.page(handle, conditions(filter), sort, page));
  }

  private static SortColumn<User> sortColumn(UserSortField field) {
    return switch (field) {
      case ID -> SortColumn.number("id", user -> user.id().value());
      case USERNAME -> SortColumn.text("username_key", user -> user.profile().username().value());
      case LAST_NAME -> SortColumn.text("last_name_key", user -> user.profile().sortName().value());
      case CREATED_AT -> SortColumn.instant("created_at", User::createdAt);
      case UPDATED_AT -> SortColumn.instant("updated_at", User::updatedAt);
    };
  }

  private static WhereClause conditions(UserFilter filter) {
    WhereClause wanted = new WhereClause();
    filter.username().ifPresent(it -> wanted.addText("username_key = ?", Username.typedKey(it)));
    filter.phone().ifPresent(it -> wanted.addText("phone = ?", it));
    filter.email().ifPresent(it -> wanted.addText("email_key = ?", EmailAddress.keyOf(it)));
    filter.role().ifPresent(it -> wanted.add("roles @> ?", UserRow.roles(Set.of(it))));
    // Not bound, so that the planner sees that the partial indexes fit.
    filter.disabled().ifPresent(it -> wanted.add(it ? "disabled" : "NOT disabled"));
    filter.loginDenied().ifPresent(it -> wanted.add(it ? "login_denied" : "NOT login_denied"));
    filter.q().ifPresent(wanted::addSearch);
    return wanted;
  }
}
