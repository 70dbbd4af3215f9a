package dev.hexdesk.application.memory;

import dev.hexdesk.application.memory.InMemoryDepartment.Account;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users from memory. */
public record InMemoryUserQueries(InMemoryDepartment department) implements UserQueries {
  @Override
  public Optional<User> find(UserId id) {
    return department.unitOfWork.statement(
        () -> Optional.ofNullable(department.accounts.get(id)).map(Account::user));
  }

  @Override
  public List<User> all(Set<UserId> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Page<User> list(UserFilter filter, Sort<UserSortField> sort, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.accounts.values().stream()
                    .map(Account::user)
                    .filter(user -> matches(filter, user.profile())),
                keyOf(sort.field()),
                user -> user.id().value(),
                sort.descending(),
                page));
  }

  private static boolean matches(UserFilter filter, UserProfile profile) {
    return Matching.exactly(filter.username().map(Username::keyOf), profile.username().key())
        && Matching.exactly(filter.phone(), profile.phone().value())
        && Matching.exactly(filter.email().map(EmailAddress::keyOf), profile.email().key())
        && (filter.role().isEmpty() || profile.roles().contains(filter.role().get()))
        && Matching.exactly(filter.disabled(), profile.disabled())
        && Matching.exactly(filter.loginDenied(), profile.loginDenied())
        && Matching.words(
            filter.q(),
            profile.username().value(),
            profile.firstName().map(PersonName::value).orElse(""),
            profile.lastName().map(PersonName::value).orElse(""),
            profile.phone().value(),
            profile.email().value());
  }

  private static Paging.Key<User> keyOf(UserSortField field) {
    return switch (field) {
      case ID -> Paging.Key.number(user -> user.id().value());
      case USERNAME -> Paging.Key.text(user -> user.profile().username().value());
      case LAST_NAME -> Paging.Key.text(user -> user.profile().sortName().value());
      case CREATED_AT -> Paging.Key.instant(User::createdAt);
      case UPDATED_AT -> Paging.Key.instant(User::updatedAt);
    };
  }
}
