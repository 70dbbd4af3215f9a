package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.user.CreateUser.Command;
import dev.hexdesk.application.user.CreateUser.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CreateUserTest {
  private static final Permission PERMISSION = Permission.USER_CREATE;

  private final TestUseCases desk = new TestUseCases();
  private final Actor admin = desk.somebody(Role.ADMIN);

  @Test
  void takesSomebodyOn() {
    UserBuilder alice = aUser().named("alice").withRoles(Role.ADMIN, Role.SUPPORT).loginDenied();

    User created = ((Result.Created) desk.users.create(command(admin, alice))).user();

    User stored = desk.department.users().find(created.id()).orElseThrow();
    assertThat(created).isEqualTo(stored);
    assertThat(stored)
        .isEqualTo(
            new User(
                created.id(), alice.profile(), Version.FIRST, TestUseCases.NOW, TestUseCases.NOW));
    assertThat(desk.department.credentials().find(created.id()).orElseThrow().hash())
        .isEqualTo(desk.hasher.hashOf("Secret12!"));
  }

  @Test
  void tellsWhatSomebodyElseHas() {
    User alice = desk.given.user(aUser().named("alice"));

    assertThat(
            desk.users.create(
                command(admin, aUser().named("ALICE").withPhone("+7").withEmail("new@x.example"))))
        .isEqualTo(new Result.AlreadyExists("username"));
    assertThat(
            desk.users.create(
                command(admin, aUser().named("bobby").withPhone(alice.profile().phone().value()))))
        .isEqualTo(new Result.AlreadyExists("phone"));
    assertThat(
            desk.users.create(
                command(admin, aUser().named("bobby").withEmail("Alice@Desk.example"))))
        .isEqualTo(new Result.AlreadyExists("email"));
    assertThat(desk.department.userCount()).isEqualTo(2);
  }

  @Test
  void deniesWhoMayNotWithoutHashing() {
    desk.given.user(aUser().named("alice"));
    UserBuilder taken = aUser().named("alice");

    assertThat(desk.users.create(command(desk.somebody(Role.MANAGER, Role.SUPPORT), taken)))
        .isEqualTo(new Result.Denied(new MissingPermission(PERMISSION)));
    assertThat(desk.users.create(command(disabled(admin), taken)))
        .isEqualTo(new Result.Denied(new UserDisabled()));
    assertThat(desk.users.create(command(narrowed(admin, Scope.USERS_READ), taken)))
        .isEqualTo(new Result.Denied(new MissingScope(PERMISSION, Scope.USERS_WRITE)));
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void nobodyMakesAnybodyMorePowerfulThanThemselves() {
    TestUseCases regranted =
        new TestUseCases(
            Map.of(
                Role.SUPPORT, Set.of(PERMISSION),
                Role.MANAGER, Set.of(PERMISSION, Permission.USER_READ)));
    Actor support = regranted.somebody(Role.SUPPORT);

    assertThat(regranted.users.create(command(support, aUser().withRoles(Role.ADMIN))))
        .isEqualTo(new Result.Denied(new ReservedToAdministrators(PERMISSION)));
    assertThat(regranted.users.create(command(support, aUser().withRoles(Role.MANAGER))))
        .isEqualTo(new Result.Denied(new Escalation(PERMISSION)));
    assertThat(regranted.hasher.asked()).isEmpty();
    assertThat(regranted.users.create(command(support, aUser().withRoles(Role.SUPPORT))))
        .isInstanceOf(Result.Created.class);
  }

  @Test
  void looksAtTheCallerAgainOnceThePasswordIsHashed() {
    Actor demoted = new Actor(admin.id(), Set.of(Role.SUPPORT), false, Optional.empty());
    AtomicReference<Optional<Actor>> present = new AtomicReference<>(Optional.of(admin));
    Command command =
        new Command(
            admin, present::get, aUser().named("alice").profile(), new Password("Secret12!"));
    int before = desk.department.userCount();

    desk.hasher.meanwhile(() -> present.set(Optional.of(demoted)));
    assertThat(desk.users.create(command))
        .isEqualTo(new Result.Denied(new MissingPermission(PERMISSION)));
    desk.hasher.meanwhile(() -> present.set(Optional.empty()));
    assertThat(desk.users.create(command)).isEqualTo(new Result.TokenVoid());
    assertThat(desk.department.userCount()).isEqualTo(before);
  }

  private static Command command(Actor actor, UserBuilder user) {
    return new Command(actor, () -> Optional.of(actor), user.profile(), new Password("Secret12!"));
  }
}
