package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The department is never without somebody who can log in and administer. */
class LastAdministratorTest {
  private final TestUseCases desk = new TestUseCases();
  private final User root = desk.given.user(aUser().named("root").withRoles(Role.ADMIN));
  private final Actor actor = actingAs(root);

  /** All ways to stop being an active administrator, short of being deleted. */
  static Stream<UserBuilder> endings() {
    return Stream.of(
        aUser().named("root").withRoles(Role.MANAGER, Role.SUPPORT),
        aUser().named("root").withRoles(Role.ADMIN).disabled(),
        aUser().named("root").withRoles(Role.ADMIN).loginDenied());
  }

  /** Other administrators who don't count, as they can't log in or do anything. */
  static Stream<UserBuilder> others() {
    return Stream.of(
        aUser().named("other").withRoles(Role.ADMIN).disabled(),
        aUser().named("other").withRoles(Role.ADMIN).loginDenied(),
        aUser().named("other").withRoles(Role.MANAGER));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void isNeitherDemotedNorDisabledNorDenied(UserBuilder ending) {
    assertThat(replace(root, ending)).isEqualTo(new ChangeUser.Result.LastAdministrator());
    assertThat(desk.department.users().find(root.id())).contains(root);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void mayStopOnceThereIsAnother(UserBuilder ending) {
    desk.given.user(aUser().named("second").withRoles(Role.ADMIN));

    assertThat(replace(root, ending)).isInstanceOf(ChangeUser.Result.Changed.class);
  }

  @Test
  void isNotDeleted() {
    assertThat(delete(root.id())).isEqualTo(new DeleteUser.Result.LastAdministrator());
    assertThat(desk.department.users().find(root.id())).contains(root);
  }

  @ParameterizedTest
  @MethodSource("others")
  void isTheLastWhenTheOthersCannotAdminister(UserBuilder other) {
    User second = desk.given.user(other);

    assertThat(replace(root, aUser().named("root")))
        .isEqualTo(new ChangeUser.Result.LastAdministrator());
    assertThat(delete(root.id())).isEqualTo(new DeleteUser.Result.LastAdministrator());
    assertThat(delete(second.id())).isEqualTo(new DeleteUser.Result.Deleted());
  }

  @Test
  void mayBeDeletedOnceThereIsAnother() {
    User second = desk.given.user(aUser().named("second").withRoles(Role.ADMIN));

    assertThat(delete(second.id())).isEqualTo(new DeleteUser.Result.Deleted());
    assertThat(delete(root.id())).isEqualTo(new DeleteUser.Result.LastAdministrator());
  }

  @Test
  void mayChangeEverythingElse() {
    assertThat(replace(root, aUser().named("chief").called("Any", "Name").withRoles(Role.values())))
        .isInstanceOf(ChangeUser.Result.Changed.class);
  }

  @Test
  void aDisabledAdministratorMayBeDemotedByTheLastOne() {
    User second = desk.given.user(aUser().named("second").withRoles(Role.ADMIN).disabled());

    assertThat(replace(second, aUser().named("second")))
        .isInstanceOf(ChangeUser.Result.Changed.class);
  }

  private ChangeUser.Result replace(User user, UserBuilder wanted) {
    return desk.userChanges.replace(
        new ReplaceUser.Command(actor, user.id(), Precondition.NONE, wanted.profile()));
  }

  private DeleteUser.Result delete(UserId id) {
    return desk.userChanges.delete(
        new DeleteUser.Command(actor, id, Precondition.NONE, Optional.empty()));
  }
}
