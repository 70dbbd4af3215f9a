package dev.hexdesk.application.setup;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.ChangeOwnPassword;
import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.setup.ResetPassword.Result;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {
  private final TestUseCases desk = new TestUseCases();
  private final User alice = desk.given.user(aUser().named("alice"));

  @Test
  void setsThePasswordAndVoidsTheTokens() {
    Credentials before = credentials();

    assertThat(reset("ALICE", "Another1!"))
        .isEqualTo(new Result.Changed(alice.id(), new Username("alice"), false, false));

    assertThat(credentials().hash()).isEqualTo(desk.hasher.hashOf("Another1!"));
    assertThat(credentials().epoch()).isGreaterThan(before.epoch());
  }

  @Test
  void endsALockout() {
    for (int n = 0; n < TestRules.loginLimits().perUser().failures(); n++) {
      login("Wr0ngGuess!");
    }

    reset("alice", "Another1!");

    assertThat(login("Another1!")).isInstanceOf(IssueToken.Result.Issued.class);
  }

  @Test
  void tellsWhatElseKeepsTheUserOut() {
    User shut = desk.given.user(aUser().named("shutout").disabled().loginDenied());

    assertThat(reset("shutout", "Another1!"))
        .isEqualTo(new Result.Changed(shut.id(), new Username("shutout"), true, true));
    assertThat(desk.department.users().find(shut.id())).contains(shut);
  }

  @Test
  void makesNobody() {
    assertThat(reset("nobody", "Another1!")).isEqualTo(new Result.Unknown());
    assertThat(desk.department.users().find(new Username("nobody"))).isEmpty();
    assertThat(desk.hasher.asked()).isEmpty();
  }

  @Test
  void noticesWhenTheUserIsDeletedMeanwhile() {
    desk.hasher.meanwhile(() -> desk.department.users().delete(alice.id()));

    assertThat(reset("alice", "Another1!")).isEqualTo(new Result.Unknown());
  }

  @Test
  void wantsNoPasswordWithTheNameInIt() {
    assertThat(reset("alice", "xALICE12!")).isEqualTo(new Result.ContainsUsername());
    assertThat(credentials().hash()).isEqualTo(StoreFixture.HASH);
  }

  @Test
  void winsOverAChangeThatIsUnderWay() {
    desk.department.credentials().changePassword(alice.id(), desk.hasher.hashOf("Secret12!"));
    desk.hasher.meanwhile(() -> reset("alice", "Another1!"));

    assertThat(
            desk.logins.change(
                new ChangeOwnPassword.Command(
                    actingAs(alice), new Password("Secret12!"), new Password("Thief123!"))))
        .isEqualTo(new ChangeOwnPassword.Result.TokenVoid());
    assertThat(login("Another1!")).isInstanceOf(IssueToken.Result.Issued.class);
  }

  private Result reset(String username, String password) {
    return desk.setup.reset(
        new ResetPassword.Command(new Username(username), new Password(password)));
  }

  private IssueToken.Result login(String password) {
    return desk.logins.issue(
        new IssueToken.Command(
            Optional.of(new Username("alice")),
            new Password(password),
            Optional.empty(),
            Optional.empty()));
  }

  private Credentials credentials() {
    return desk.department.credentials().find(alice.id()).orElseThrow();
  }
}
