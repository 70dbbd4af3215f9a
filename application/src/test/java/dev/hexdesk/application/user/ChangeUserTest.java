package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.ChangeUser.Command;
import dev.hexdesk.application.user.ChangeUser.Result;
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
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserAttribute;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserChanges;
import dev.hexdesk.domain.user.UserId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeUserTest {
  private static final UserBuilder WANTED =
      aUser().named("elisa").called("Elisa", "Rock").withRoles(Role.SUPPORT).disabled();

  private final TestUseCases desk = new TestUseCases();
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final Actor manager = desk.somebody(Role.MANAGER);
  private final User alice = desk.given.user(aUser().named("alice"));

  @Test
  void changesWhatIsNamedAndNothingElse() {
    User changed =
        ((Result.Changed) change(admin, alice, UserAttribute.FIRST_NAME, UserAttribute.ROLES))
            .user();

    assertThat(changed)
        .isEqualTo(
            new User(
                alice.id(),
                aUser()
                    .named("alice")
                    .called("Elisa", alice.profile().lastName().orElseThrow().value())
                    .withRoles(Role.SUPPORT)
                    .profile(),
                alice.version().next(),
                alice.createdAt(),
                TestUseCases.NOW));
    assertThat(stored(alice)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource({
    "USERNAME, false",
    "FIRST_NAME, true",
    "LAST_NAME, true",
    "PHONE, true",
    "EMAIL, true",
    "ROLES, false",
    "DISABLED, true",
    "LOGIN_DENIED, true"
  })
  void aManagerChangesWhatTheTableSays(UserAttribute attribute, boolean granted) {
    Result result = change(manager, alice, attribute);

    if (granted) {
      assertThat(result).isInstanceOf(Result.Changed.class);
    } else {
      assertThat(result)
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE))));
    }
  }

  @Test
  void oneAttributeWithoutItsPermissionChangesNothing() {
    assertThat(
            change(
                manager,
                alice,
                UserAttribute.FIRST_NAME,
                UserAttribute.DISABLED,
                UserAttribute.USERNAME))
        .isEqualTo(
            new Result.Refused(new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE))));

    assertThat(stored(alice)).isEqualTo(alice);
  }

  @Test
  void eachAttributeAsksForItsPermissionAlone() {
    TestUseCases regranted =
        new TestUseCases(Map.of(Role.SUPPORT, Set.of(Permission.USER_UPDATE_DISABLED)));
    Actor support = regranted.somebody(Role.SUPPORT);
    User bob = regranted.given.user(aUser().named("bobby"));

    assertThat(regranted.userChanges.change(command(support, bob.id(), UserAttribute.DISABLED)))
        .isInstanceOf(Result.Changed.class);
    assertThat(
            regranted.userChanges.change(
                command(support, bob.id(), UserAttribute.DISABLED, UserAttribute.LOGIN_DENIED)))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE_LOGIN_DENIED))));
  }

  @Test
  void namingNothingShowsNothingToWhoMayChangeNothing() {
    assertThat(change(desk.somebody(Role.SUPPORT), alice))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE_CONTACTS))));
    assertThat(change(disabled(admin), alice))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
    assertThat(change(manager, alice)).isEqualTo(new Result.Changed(alice));
  }

  @Test
  void keepsVersionAndMomentWhereNothingDiffers() {
    UserChanges same = UserAttribute.changes(alice.profile(), EnumSet.allOf(UserAttribute.class));

    assertThat(desk.userChanges.change(new Command(admin, alice.id(), Precondition.NONE, same)))
        .isEqualTo(new Result.Changed(alice));
    assertThat(stored(alice)).isEqualTo(alice);
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhoExists() {
    Result denied =
        new Result.Refused(
            new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE_CONTACTS)));
    Actor support = desk.somebody(Role.SUPPORT);

    assertThat(desk.userChanges.change(command(support, alice.id(), UserAttribute.PHONE)))
        .isEqualTo(denied);
    assertThat(desk.userChanges.change(command(support, new UserId(999), UserAttribute.PHONE)))
        .isEqualTo(denied);
    assertThat(change(narrowed(admin, Scope.USERS_READ), alice, UserAttribute.PHONE))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(
                    new MissingScope(Permission.USER_UPDATE_CONTACTS, Scope.USERS_WRITE))));
  }

  @Test
  void doesNotKnowEverybody() {
    assertThat(desk.userChanges.change(command(admin, new UserId(999), UserAttribute.PHONE)))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void holdsThePrecondition() {
    UserChanges changes = UserAttribute.changes(WANTED.profile(), Set.of(UserAttribute.PHONE));
    Precondition second = present -> present.equals(new Version(2));

    assertThat(desk.userChanges.change(new Command(admin, alice.id(), second, changes)))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(
            desk.userChanges.change(new Command(admin, alice.id(), Version.FIRST::equals, changes)))
        .isInstanceOf(Result.Changed.class);
  }

  @Test
  void tellsWhatSomebodyElseHas() {
    desk.given.user(WANTED);

    for (UserAttribute attribute :
        EnumSet.of(UserAttribute.USERNAME, UserAttribute.PHONE, UserAttribute.EMAIL)) {
      assertThat(change(admin, alice, attribute))
          .isEqualTo(new Result.AlreadyExists(attribute.name().toLowerCase(Locale.ROOT)));
    }
    assertThat(stored(alice)).isEqualTo(alice);
  }

  @Test
  void onlyAnAdministratorChangesOne() {
    User root = desk.given.user(aUser().named("root").withRoles(Role.ADMIN));

    assertThat(change(manager, root, UserAttribute.PHONE))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new ReservedToAdministrators(Permission.USER_UPDATE_CONTACTS))));
    assertThat(change(manager, root, UserAttribute.DISABLED))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new ReservedToAdministrators(Permission.USER_UPDATE_DISABLED))));
    assertThat(stored(root)).isEqualTo(root);
    assertThat(change(admin, root, UserAttribute.PHONE)).isInstanceOf(Result.Changed.class);
  }

  @Test
  void nobodyHandsOutMoreThanTheyHave() {
    TestUseCases regranted =
        new TestUseCases(
            Map.of(
                Role.SUPPORT, Set.of(Permission.USER_UPDATE),
                Role.MANAGER, Set.of(Permission.USER_UPDATE, Permission.USER_READ)));
    Actor support = regranted.somebody(Role.SUPPORT);
    User bob = regranted.given.user(aUser().named("bobby"));

    assertThat(regranted.userChanges.change(roles(support, bob, Role.MANAGER)))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new Escalation(Permission.USER_UPDATE))));
    User boss = regranted.given.user(aUser().named("bossy").withRoles(Role.MANAGER));
    assertThat(regranted.userChanges.change(command(support, boss.id(), UserAttribute.USERNAME)))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new Escalation(Permission.USER_UPDATE))));
    assertThat(regranted.userChanges.change(roles(support, bob, Role.ADMIN)))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new ReservedToAdministrators(Permission.USER_UPDATE))));
    assertThat(regranted.userChanges.change(roles(support, bob, Role.SUPPORT)))
        .isInstanceOf(Result.Changed.class);
  }

  @Test
  void replacesAll() {
    assertThat(replace(admin, alice, WANTED)).isEqualTo(new Result.Changed(stored(alice)));
    assertThat(stored(alice).profile()).isEqualTo(WANTED.profile());
    assertThat(stored(alice).version()).isEqualTo(new Version(2));
  }

  @Test
  void replacingAsksForItsOwnPermission() {
    assertThat(replace(manager, alice, aUser().named("alice")))
        .isEqualTo(
            new Result.Refused(new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE))));
    assertThat(
            desk.userChanges.replace(
                new ReplaceUser.Command(
                    manager, new UserId(999), Precondition.NONE, WANTED.profile())))
        .isEqualTo(
            new Result.Refused(new Refusal.Denied(new MissingPermission(Permission.USER_UPDATE))));
  }

  @Test
  void replacingEndsInTheSameWays() {
    desk.given.user(aUser().named("bobby"));

    assertThat(
            desk.userChanges.replace(
                new ReplaceUser.Command(
                    admin, new UserId(999), Precondition.NONE, WANTED.profile())))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
    assertThat(
            desk.userChanges.replace(
                new ReplaceUser.Command(admin, alice.id(), present -> false, WANTED.profile())))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(replace(admin, alice, aUser().named("BOBBY").withPhone("+7").withEmail("x@y.z")))
        .isEqualTo(new Result.AlreadyExists("username"));
    assertThat(replace(admin, alice, aUser().named("alice"))).isEqualTo(new Result.Changed(alice));
  }

  private Result change(Actor actor, User user, UserAttribute... attributes) {
    return desk.userChanges.change(command(actor, user.id(), attributes));
  }

  private Result replace(Actor actor, User user, UserBuilder wanted) {
    return desk.userChanges.replace(
        new ReplaceUser.Command(actor, user.id(), Precondition.NONE, wanted.profile()));
  }

  private static Command command(Actor actor, UserId id, UserAttribute... attributes) {
    return new Command(
        actor, id, Precondition.NONE, UserAttribute.changes(WANTED.profile(), Set.of(attributes)));
  }

  private static Command roles(Actor actor, User user, Role... roles) {
    return new Command(
        actor,
        user.id(),
        Precondition.NONE,
        UserAttribute.changes(aUser().withRoles(roles).profile(), Set.of(UserAttribute.ROLES)));
  }

  private User stored(User user) {
    return desk.department.users().find(user.id()).orElseThrow();
  }
}
