package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.SetUserPassword.Command;
import dev.hexdesk.application.user.SetUserPassword.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SetUserPasswordTest {
  private static final Permission PERMISSION = Permission.USER_UPDATE_PASSWORD;

  private final TestUseCases desk = new TestUseCases();
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final User alice = desk.given.user(aUser().named("alice"));

  @Test
  void setsThePasswordAndVoidsTheTokens() {
    long epoch = credentials(desk).epoch();

    assertThat(desk.users.setPassword(command(admin, alice.id()))).isEqualTo(new Result.Changed());

    assertThat(credentials(desk).hash()).isEqualTo(desk.hasher.hashOf("Another1!"));
    assertThat(credentials(desk).epoch()).isGreaterThan(epoch);
  }

  @Test
  void deniesWhoMayNotWithoutHashingAndWithoutTellingWhoExists() {
    Result denied = new Result.Refused(new Refusal.Denied(new MissingPermission(PERMISSION)));
    Actor manager = desk.somebody(Role.MANAGER);

    assertThat(desk.users.setPassword(command(manager, alice.id()))).isEqualTo(denied);
    assertThat(desk.users.setPassword(command(manager, new UserId(999)))).isEqualTo(denied);
    assertThat(desk.users.setPassword(command(disabled(admin), alice.id())))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
    assertThat(desk.users.setPassword(command(narrowed(admin, Scope.USERS_READ), alice.id())))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new MissingScope(PERMISSION, Scope.USERS_WRITE))));
    assertUntouched(desk);
  }

  @Test
  void leavesAdministratorsToAdministratorsWithoutHashing() {
    TestUseCases regranted = new TestUseCases(Map.of(Role.MANAGER, Set.of(PERMISSION)));
    User root = regranted.given.user(aUser().named("alice").withRoles(Role.ADMIN));
    Actor manager = regranted.somebody(Role.MANAGER);

    assertThat(regranted.users.setPassword(command(manager, root.id())))
        .isEqualTo(
            new Result.Refused(new Refusal.Denied(new ReservedToAdministrators(PERMISSION))));
    assertUntouched(regranted);
  }

  @Test
  void leavesWhoCanDoMoreToWhoCanDoThatWithoutHashing() {
    TestUseCases regranted =
        new TestUseCases(
            Map.of(Role.SUPPORT, Set.of(PERMISSION), Role.MANAGER, Set.of(Permission.USER_READ)));
    User manager = regranted.given.user(aUser().named("alice").withRoles(Role.MANAGER));
    User colleague = regranted.given.user(aUser().named("bobby").withRoles(Role.SUPPORT));
    Actor support = regranted.somebody(Role.SUPPORT);

    assertThat(regranted.users.setPassword(command(support, manager.id())))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new Escalation(PERMISSION))));
    assertUntouched(regranted);
    assertThat(regranted.users.setPassword(command(support, colleague.id())))
        .isEqualTo(new Result.Changed());
  }

  @Test
  void doesNotKnowEverybody() {
    assertThat(desk.users.setPassword(command(admin, new UserId(999))))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void noticesWhenTheUserIsDeletedMeanwhile() {
    desk.hasher.meanwhile(() -> desk.department.users().delete(alice.id()));

    assertThat(desk.users.setPassword(command(admin, alice.id())))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void holdsThePreconditionWithoutHashing() {
    Precondition another = present -> present.equals(new Version(9));

    assertThat(desk.users.setPassword(command(admin, alice.id(), another)))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertUntouched(desk);
  }

  @Test
  void holdsThePreconditionAgainstWhatHappenedMeanwhile() {
    Precondition first = Version.FIRST::equals;
    desk.hasher.meanwhile(
        () ->
            desk.department
                .users()
                .update(alice.with(aUser().named("alice").disabled().profile(), TestUseCases.NOW)));

    assertThat(desk.users.setPassword(command(admin, alice.id(), first)))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(credentials(desk).hash()).isEqualTo(StoreFixture.HASH);
  }

  @Test
  void wantsNoPasswordWithTheUsersNameInIt() {
    assertThat(
            desk.users.setPassword(
                new Command(
                    admin,
                    () -> Optional.of(admin),
                    alice.id(),
                    Precondition.NONE,
                    new Password("xALICE12!"))))
        .isEqualTo(new Result.ContainsUsername());
    assertUntouched(desk);
  }

  @Test
  void looksAtTheCallerAgainOnceThePasswordIsHashed() {
    Actor demoted = new Actor(admin.id(), Set.of(Role.SUPPORT), false, Optional.empty());
    AtomicReference<Optional<Actor>> present = new AtomicReference<>(Optional.of(admin));
    Command command =
        new Command(admin, present::get, alice.id(), Precondition.NONE, new Password("Another1!"));

    desk.hasher.meanwhile(() -> present.set(Optional.of(demoted)));
    assertThat(desk.users.setPassword(command))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new MissingPermission(PERMISSION))));
    desk.hasher.meanwhile(() -> present.set(Optional.empty()));
    assertThat(desk.users.setPassword(command)).isEqualTo(new Result.TokenVoid());
    assertThat(credentials(desk).hash()).isEqualTo(StoreFixture.HASH);
  }

  private static Command command(Actor actor, UserId id) {
    return command(actor, id, Precondition.NONE);
  }

  private static Command command(Actor actor, UserId id, Precondition condition) {
    return new Command(actor, () -> Optional.of(actor), id, condition, new Password("Another1!"));
  }

  private static void assertUntouched(TestUseCases desk) {
    assertThat(desk.hasher.asked()).isEmpty();
    assertThat(credentials(desk).hash()).isEqualTo(StoreFixture.HASH);
  }

  private static Credentials credentials(TestUseCases desk) {
    return desk.department.credentials().find(aUser().named("alice").profile().username()).get();
  }
}
