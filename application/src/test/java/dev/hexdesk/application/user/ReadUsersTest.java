package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.contract.Filters;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadUsersTest {
  private static final UserFilter DISABLED = Filters.user(null, null, null, null, true, null, null);

  private final TestUseCases desk = new TestUseCases();
  private final Actor manager = desk.somebody(Role.MANAGER);
  private final User alice = desk.given.user(aUser().named("alice").disabled());

  @Test
  void showsAUser() {
    assertThat(desk.users.show(new ShowUser.Query(manager, alice.id())))
        .isEqualTo(new ReadResult.Found<>(alice));
  }

  @Test
  void doesNotKnowEverybody() {
    assertThat(desk.users.show(new ShowUser.Query(manager, new UserId(999))))
        .isEqualTo(new ReadResult.Unknown<>());
  }

  @Test
  void listsThePageThatWasAskedFor() {
    assertThat(
            desk.users.list(
                new ListUsers.Query(
                    manager,
                    DISABLED,
                    Sort.ascending(UserSortField.ID),
                    new PageSelection(5, Optional.empty(), true))))
        .isEqualTo(
            new AccessResult.Granted<>(
                new Page<>(List.of(alice), Optional.empty(), OptionalLong.of(1))));
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhoExists() {
    assertDenied(desk.somebody(Role.SUPPORT), new MissingPermission(Permission.USER_READ));
    assertDenied(disabled(manager), new UserDisabled());
    assertDenied(
        narrowed(manager, Scope.USERS_WRITE),
        new MissingScope(Permission.USER_READ, Scope.USERS_READ));
  }

  private void assertDenied(Actor actor, Denial denial) {
    for (UserId id : new UserId[] {alice.id(), new UserId(999)}) {
      assertThat(desk.users.show(new ShowUser.Query(actor, id)))
          .isEqualTo(new ReadResult.Denied<>(denial));
    }
    assertThat(
            desk.users.list(
                new ListUsers.Query(
                    actor, DISABLED, Sort.ascending(UserSortField.ID), PageSelection.first(5))))
        .isEqualTo(new AccessResult.Denied<>(denial));
  }
}
