package dev.hexdesk.application.authentication;

import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.IssueToken.Command;
import dev.hexdesk.application.authentication.IssueToken.Result;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssueTokenTest {
  private static final Set<Scope> SUPPORT_SCOPES =
      Set.of(
          Scope.EMPLOYEES_READ, Scope.TICKETS_READ, Scope.TICKETS_WRITE, Scope.COMMENTS_INTERNAL);

  private final TestUseCases desk = new TestUseCases();

  @Test
  void issuesATokenForAllThatTheRolesGrant() {
    User alice = user(aUser().named("alice").withRoles(Role.SUPPORT));

    Result.Issued issued = (Result.Issued) issue("ALICE", "Secret12!", Optional.empty());

    assertThat(issued.scopes()).isEqualTo(SUPPORT_SCOPES);
    assertThat(issued.token().lifetime()).isEqualTo(FakeAccessTokens.LIFETIME);
    assertThat(desk.tokens.verify(issued.token().token()))
        .contains(new TokenClaims(alice.id(), credentials(alice).epoch(), Optional.empty()));
    assertThat(desk.hasher.asked()).containsExactly("verify");
  }

  @Test
  void narrowsATokenToTheScopesAskedFor() {
    User alice = user(aUser().named("alice").withRoles(Role.SUPPORT));
    Set<Scope> asked = Set.of(Scope.TICKETS_READ, Scope.USERS_WRITE);

    Result.Issued issued = (Result.Issued) issue("alice", "Secret12!", Optional.of(asked));

    assertThat(issued.scopes()).isEqualTo(asked);
    assertThat(desk.tokens.verify(issued.token().token()))
        .contains(new TokenClaims(alice.id(), credentials(alice).epoch(), Optional.of(asked)));
  }

  @Test
  void aDisabledUserMayLogInAndDoNothing() {
    user(aUser().named("alice").withRoles(Role.ADMIN).disabled());

    assertThat(((Result.Issued) issue("alice", "Secret12!", Optional.empty())).scopes()).isEmpty();
  }

  @Test
  void whoIsOneTooManyIsNotLookedAt() {
    user(aUser().named("alice"));
    List<Result> second = new ArrayList<>();
    desk.hasher.meanwhile(
        () -> {
          desk.hasher.meanwhile(() -> second.add(issue("alice", "Secret12!", Optional.empty())));
          assertThat(issue("ALICE", "Secret12!", Optional.empty()))
              .isInstanceOf(Result.Issued.class);
        });

    assertThat(issue("alice", "Secret12!", Optional.empty())).isInstanceOf(Result.Issued.class);

    assertThat(second).containsExactly(new Result.TooManyAtOnce());
    assertThat(desk.hasher.asked()).containsExactly("verify", "verify");
  }

  @Test
  void givesItsTurnBackHoweverItEnds() {
    user(aUser().named("alice"));
    for (int n = 0; n < 20; n++) {
      desk.hasher.meanwhile(
          () -> {
            throw new IllegalStateException("a defect");
          });
      assertThatIllegalStateException()
          .isThrownBy(() -> issue("alice", "Secret12!", Optional.empty()));
    }

    assertThat(issue("alice", "Secret12!", Optional.empty())).isInstanceOf(Result.Issued.class);
  }

  @Test
  void aWrongPasswordIsNotTold() {
    user(aUser().named("alice"));

    assertThat(issue("alice", "Secret13!", Optional.empty()))
        .isEqualTo(new Result.WrongCredentials());
    assertThat(desk.hasher.asked()).containsExactly("verify");
  }

  @Test
  void anUnknownUserTakesAsLongAsAWrongPassword() {
    assertThat(issue("nobody", "Secret12!", Optional.empty()))
        .isEqualTo(new Result.WrongCredentials());
    assertThat(desk.hasher.asked()).containsExactly("nothing");
  }

  @Test
  void whatCanBeNobodysNameTakesAsLongToo() {
    assertThat(
            desk.logins.issue(
                new Command(
                    Optional.empty(),
                    new Password("Secret12!"),
                    Optional.empty(),
                    Optional.empty())))
        .isEqualTo(new Result.WrongCredentials());
    assertThat(desk.hasher.asked()).containsExactly("nothing");
  }

  @Test
  void aDeniedLoginIsToldToWhoKnowsThePasswordAlone() {
    user(aUser().named("alice").loginDenied());

    assertThat(issue("alice", "Secret12!", Optional.empty())).isEqualTo(new Result.LoginDenied());
    assertThat(issue("alice", "Secret13!", Optional.empty()))
        .isEqualTo(new Result.WrongCredentials());
  }

  @Test
  void renewsAnOutdatedHashAndVoidsNothing() {
    User alice = user(aUser().named("alice"));
    long epoch = credentials(alice).epoch();
    desk.hasher.raiseCost();

    assertThat(issue("alice", "Secret12!", Optional.empty())).isInstanceOf(Result.Issued.class);

    assertThat(credentials(alice))
        .isEqualTo(
            new Credentials(
                alice.id(), new Username("alice"), desk.hasher.hashOf("Secret12!"), epoch, false));
    assertThat(desk.hasher.asked()).containsExactly("verify", "hash");
  }

  @Test
  void renewsNoHashForAWrongPasswordOrADeniedLogin() {
    user(aUser().named("alice").loginDenied());
    desk.hasher.raiseCost();

    issue("alice", "Secret13!", Optional.empty());
    issue("alice", "Secret12!", Optional.empty());

    assertThat(desk.hasher.asked()).containsExactly("verify", "verify");
  }

  @Test
  void issuesNothingToWhoIsDeletedMeanwhile() {
    User alice = user(aUser().named("alice"));
    desk.hasher.meanwhile(() -> desk.department.users().delete(alice.id()));

    assertThat(issue("alice", "Secret12!", Optional.empty()))
        .isEqualTo(new Result.WrongCredentials());
  }

  @Test
  void issuesNothingForAPasswordThatIsReplacedMeanwhile() {
    User alice = user(aUser().named("alice"));
    desk.hasher.meanwhile(
        () ->
            desk.department
                .credentials()
                .changePassword(alice.id(), desk.hasher.hashOf("Another1!")));

    assertThat(issue("alice", "Secret12!", Optional.empty()))
        .isEqualTo(new Result.WrongCredentials());
  }

  @Test
  void issuesNothingToWhoseLoginIsDeniedMeanwhile() {
    User alice = user(aUser().named("alice"));
    desk.hasher.meanwhile(() -> deny(alice));

    assertThat(issue("alice", "Secret12!", Optional.empty())).isEqualTo(new Result.LoginDenied());
  }

  @Test
  void issuesNothingToWhoseLoginIsDeniedWhileTheHashIsRenewed() {
    User alice = user(aUser().named("alice"));
    desk.hasher.raiseCost();
    desk.hasher.meanwhile(() -> desk.hasher.meanwhile(() -> deny(alice)));

    assertThat(issue("alice", "Secret12!", Optional.empty())).isEqualTo(new Result.LoginDenied());
  }

  private void deny(User user) {
    desk.department
        .users()
        .update(user.with(aUser().named("alice").loginDenied().profile(), TestUseCases.NOW));
  }

  @Test
  void aTokenShowsItselfToItsBearerAlone() {
    user(aUser().named("alice"));

    Result.Issued issued = (Result.Issued) issue("alice", "Secret12!", Optional.empty());

    assertThat(issued.toString()).doesNotContain(issued.token().token()).contains("PT1H");
  }

  private User user(UserBuilder builder) {
    User user = desk.given.user(builder);
    desk.department.credentials().changePassword(user.id(), desk.hasher.hashOf("Secret12!"));
    return user;
  }

  private Result issue(String username, String password, Optional<Set<Scope>> scopes) {
    return desk.logins.issue(
        new Command(
            Optional.of(new Username(username)), new Password(password), scopes, Optional.empty()));
  }

  private Credentials credentials(User user) {
    return desk.department.credentials().find(user.id()).orElseThrow();
  }
}
