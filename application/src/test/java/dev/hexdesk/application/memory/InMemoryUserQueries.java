package dev.hexdesk.application.memory;

import dev.hexdesk.application.memory.InMemoryDepartment.Account;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.application.user.UserView;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users from memory. */
public final class InMemoryUserQueries implements UserQueries {
  private final InMemoryDepartment department;

  InMemoryUserQueries(InMemoryDepartment department) {
    this.department = department;
  }

  @Override
  public Optional<UserView> find(UserId id) {
    return department.unitOfWork.statement(
        () ->
            Optional.ofNullable(department.accounts.get(id)).map(Account::user).map(UserView::of));
  }

  @Override
  public List<UserView> all(Set<UserId> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Page<UserView> list(UserFilter filter, Sort<UserSortField> sort, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.accounts.values().stream()
                    .map(Account::user)
                    .filter(user -> matches(filter, user))
                    .map(UserView::of),
                keyOf(sort.field()),
                user -> user.id().value(),
                sort.descending(),
                page));
  }

  private static boolean matches(UserFilter filter, User user) {
    UserView view = UserView.of(user);
    return Matching.exactly(filter.username().map(Username::keyOf), user.profile().username().key())
        && Matching.exactly(filter.phone(), view.phone())
        && Matching.exactly(filter.email().map(EmailAddress::keyOf), user.profile().email().key())
        && (filter.role().isEmpty() || view.roles().contains(filter.role().get()))
        && Matching.exactly(filter.disabled(), view.disabled())
        && Matching.exactly(filter.loginDenied(), view.loginDenied())
        && Matching.words(
            filter.q(),
            view.username(),
            view.firstName().orElse(""),
            view.lastName().orElse(""),
            view.phone(),
            view.email());
  }

  private static Paging.Key<UserView> keyOf(UserSortField field) {
    return switch (field) {
      case ID -> Paging.Key.number(user -> user.id().value());
      case USERNAME -> Paging.Key.text(UserView::username);
      case LAST_NAME -> Paging.Key.text(UserView::sortName);
      case CREATED_AT -> Paging.Key.instant(UserView::createdAt);
      case UPDATED_AT -> Paging.Key.instant(UserView::updatedAt);
    };
  }
}
