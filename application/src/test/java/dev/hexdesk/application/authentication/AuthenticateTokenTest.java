package dev.hexdesk.application.authentication;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.AuthenticateToken.Result;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticateTokenTest {
  private final TestUseCases desk = new TestUseCases();
  private final User alice = desk.given.user(aUser().named("alice").withRoles(Role.MANAGER));

  @Test
  void findsOutOnWhoseBehalfARequestIsMade() {
    assertThat(authenticate(token(Optional.empty())))
        .isEqualTo(new Result.Authenticated(actingAs(alice)));
    assertThat(authenticate(token(Optional.of(Set.of(Scope.USERS_READ)))))
        .isEqualTo(new Result.Authenticated(narrowed(actingAs(alice), Scope.USERS_READ)));
  }

  @Test
  void rejectsWhatIsNoTokenOfOurs() {
    assertThat(authenticate("forged")).isEqualTo(new Result.Rejected());
  }

  @Test
  void rolesAndDisablingCountFromTheNextRequest() {
    String token = token(Optional.empty());
    User changed = change(aUser().named("alice").withRoles(Role.SUPPORT).disabled());

    assertThat(authenticate(token)).isEqualTo(new Result.Authenticated(actingAs(changed)));
  }

  @Test
  void anotherPasswordVoidsTheTokensIssuedBefore() {
    String before = token(Optional.empty());
    desk.department.credentials().changePassword(alice.id(), desk.hasher.hashOf("Another1!"));

    assertThat(authenticate(before)).isEqualTo(new Result.Rejected());
    assertThat(authenticate(token(Optional.empty()))).isInstanceOf(Result.Authenticated.class);
  }

  @Test
  void denyingLoginLeavesTheTokensIssuedBefore() {
    String before = token(Optional.empty());
    change(aUser().named("alice").withRoles(Role.MANAGER).loginDenied());

    assertThat(authenticate(before)).isEqualTo(new Result.Authenticated(actingAs(alice)));
  }

  @Test
  void rejectsTheTokensOfWhoIsGone() {
    String token = token(Optional.empty());
    desk.department.users().delete(alice.id());

    assertThat(authenticate(token)).isEqualTo(new Result.Rejected());
  }

  private Result authenticate(String token) {
    return desk.authentication.authenticate(token);
  }

  private String token(Optional<Set<Scope>> scopes) {
    long epoch =
        desk.department.credentials().authenticationStateOf(alice.id()).orElseThrow().epoch();
    return desk.tokens.issue(new TokenClaims(alice.id(), epoch, scopes)).token();
  }

  private User change(UserBuilder wanted) {
    User changed = alice.with(wanted.profile(), TestUseCases.NOW);
    desk.department.users().update(changed);
    return changed;
  }
}
