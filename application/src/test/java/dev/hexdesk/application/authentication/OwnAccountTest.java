package dev.hexdesk.application.authentication;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.ChangeOwnPassword.Command;
import dev.hexdesk.application.authentication.ChangeOwnPassword.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnAccountTest {
  private final TestUseCases desk = new TestUseCases();
  private final User alice = desk.given.user(aUser().named("alice").withRoles(Role.SUPPORT));
  private final Actor actor = actingAs(alice);

  @BeforeEach
  void givePassword() {
    desk.department.credentials().changePassword(alice.id(), desk.hasher.hashOf("Secret12!"));
  }

  @Test
  void showsCallersThemselvesAndWhatIsInForce() {
    assertThat(desk.authentication.show(actor))
        .isEqualTo(
            new CurrentUser.Result.Me(
                alice,
                Set.of(
                    Permission.EMPLOYEE_READ,
                    Permission.TICKET_READ,
                    Permission.TICKET_CREATE,
                    Permission.TICKET_UPDATE,
                    Permission.TICKET_DELETE,
                    Permission.TICKET_EXPORT,
                    Permission.COMMENT_READ,
                    Permission.COMMENT_READ_INTERNAL,
                    Permission.COMMENT_CREATE),
                Set.of(
                    Scope.EMPLOYEES_READ,
                    Scope.TICKETS_READ,
                    Scope.TICKETS_WRITE,
                    Scope.COMMENTS_INTERNAL)));
  }

  @Test
  void showsWhatScopesLeave() {
    assertThat(desk.authentication.show(narrowed(actor, Scope.TICKETS_READ, Scope.USERS_READ)))
        .isEqualTo(
            new CurrentUser.Result.Me(
                alice,
                Set.of(Permission.TICKET_READ, Permission.TICKET_EXPORT, Permission.COMMENT_READ),
                Set.of(Scope.TICKETS_READ)));
  }

  @Test
  void showsTheDisabledThatTheyMayDoNothing() {
    assertThat(desk.authentication.show(disabled(actor)))
        .isEqualTo(new CurrentUser.Result.Me(alice, Set.of(), Set.of()));
  }

  @Test
  void showsNothingToWhoIsGone() {
    desk.department.users().delete(alice.id());

    assertThat(desk.authentication.show(actor)).isEqualTo(new CurrentUser.Result.Gone());
  }

  @Test
  void changesTheOwnPasswordAndVoidsTheTokens() {
    long epoch = credentials().epoch();

    assertThat(change(narrowed(actor), "Secret12!")).isEqualTo(new Result.Changed());

    assertThat(credentials().hash()).isEqualTo(desk.hasher.hashOf("Another1!"));
    assertThat(credentials().epoch()).isGreaterThan(epoch);
  }

  @Test
  void needsNoRole() {
    Actor nobodyInParticular = desk.somebody();
    desk.department
        .credentials()
        .changePassword(nobodyInParticular.id(), desk.hasher.hashOf("Secret12!"));

    assertThat(change(nobodyInParticular, "Secret12!")).isEqualTo(new Result.Changed());
  }

  @Test
  void wantsThePresentPasswordBeforeHashingAnother() {
    Credentials before = credentials();

    assertThat(change(actor, "Secret13!")).isEqualTo(new Result.WrongPassword());
    assertThat(credentials()).isEqualTo(before);
    assertThat(desk.hasher.asked()).containsExactly("verify");
  }

  @Test
  void wantsNoPasswordWithTheOwnNameInIt() {
    assertThat(
            desk.logins.change(
                new Command(actor, new Password("Secret12!"), new Password("xALICE12!"))))
        .isEqualTo(new Result.ContainsUsername());
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void isClosedToTheDisabled() {
    assertThat(change(disabled(actor), "Secret12!"))
        .isEqualTo(new Result.Denied(new UserDisabled()));
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void changesNothingOfWhoIsGone() {
    desk.department.users().delete(alice.id());

    assertThat(change(actor, "Secret12!")).isEqualTo(new Result.TokenVoid());
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void noticesWhenTheCallerIsDeletedMeanwhile() {
    desk.hasher.meanwhile(() -> desk.department.users().delete(alice.id()));

    assertThat(change(actor, "Secret12!")).isEqualTo(new Result.TokenVoid());
  }

  @Test
  void aPasswordThatIsSetMeanwhileStays() {
    desk.hasher.meanwhile(() -> desk.setPassword(alice.id(), "ByAdmin12!"));

    assertThat(change(actor, "Secret12!")).isEqualTo(new Result.TokenVoid());

    assertThat(credentials().hash()).isEqualTo(desk.hasher.hashOf("ByAdmin12!"));
  }

  @Test
  void aPasswordThatIsSetWhileTheNewOneIsHashedStays() {
    desk.hasher.meanwhile(
        () -> desk.hasher.meanwhile(() -> desk.setPassword(alice.id(), "ByAdmin12!")));

    assertThat(change(actor, "Secret12!")).isEqualTo(new Result.TokenVoid());

    assertThat(credentials().hash()).isEqualTo(desk.hasher.hashOf("ByAdmin12!"));
  }

  private Result change(Actor caller, String current) {
    return desk.logins.change(
        new Command(caller, new Password(current), new Password("Another1!")));
  }

  private Credentials credentials() {
    return desk.department.credentials().find(alice.id()).orElseThrow();
  }
}
