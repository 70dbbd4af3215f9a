package dev.hexdesk.application.authentication;

import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import java.util.Optional;
import java.util.Set;

/** The authentication section. */
public final class AuthenticationService
    implements IssueToken, AuthenticateToken, ShowMe, ChangeOwnPassword {
  private final CredentialRepository credentials;
  private final UserQueries users;
  private final PasswordHasher hasher;
  private final AccessTokens tokens;
  private final RolePolicy policy;

  public AuthenticationService(
      CredentialRepository credentials,
      UserQueries users,
      PasswordHasher hasher,
      AccessTokens tokens,
      RolePolicy policy) {
    this.credentials = credentials;
    this.users = users;
    this.hasher = hasher;
    this.tokens = tokens;
    this.policy = policy;
  }

  @Override
  public IssueToken.Result issue(IssueToken.Command command) {
    Optional<Credentials> found = command.username().flatMap(credentials::find);
    if (found.isEmpty()) {
      hasher.verifyAgainstNothing(command.password());
      return new IssueToken.Result.WrongCredentials();
    }
    Credentials known = found.get();
    if (!hasher.verify(command.password(), known.hash())) {
      return new IssueToken.Result.WrongCredentials();
    }
    if (known.loginDenied()) {
      return new IssueToken.Result.LoginDenied();
    }
    renewIfOutdated(known, command.password());
    return issueTo(known, command.scopes());
  }

  private IssueToken.Result issueTo(Credentials known, Optional<Set<Scope>> asked) {
    Optional<CredentialRepository.Standing> standing = credentials.standingOf(known.userId());
    if (standing.isEmpty()) {
      return new IssueToken.Result.WrongCredentials();
    }
    Set<Scope> scopes = asked.orElseGet(() -> scopesOf(known, standing.get()));
    TokenClaims claims = new TokenClaims(known.userId(), known.epoch(), asked);
    return new IssueToken.Result.Issued(tokens.issue(claims), scopes);
  }

  private Set<Scope> scopesOf(Credentials known, CredentialRepository.Standing standing) {
    return policy.scopesOf(
        new Actor(known.userId(), standing.roles(), standing.disabled(), Optional.empty()));
  }

  private void renewIfOutdated(Credentials known, Password password) {
    if (hasher.isOutdated(known.hash())) {
      credentials.renewHash(known.userId(), known.hash(), hasher.hash(password));
    }
  }

  @Override
  public AuthenticateToken.Result authenticate(String token) {
    return tokens
        .verify(token)
        .flatMap(this::actorOf)
        .<AuthenticateToken.Result>map(AuthenticateToken.Result.Authenticated::new)
        .orElseGet(AuthenticateToken.Result.Rejected::new);
  }

  private Optional<Actor> actorOf(TokenClaims claims) {
    return credentials
        .standingOf(claims.userId())
        .filter(standing -> standing.epoch() == claims.epoch())
        .map(
            standing ->
                new Actor(claims.userId(), standing.roles(), standing.disabled(), claims.scopes()));
  }

  @Override
  public ShowMe.Result show(Actor actor) {
    return users
        .find(actor.id())
        .<ShowMe.Result>map(
            user -> new ShowMe.Result.Me(user, policy.permissionsOf(actor), policy.scopesOf(actor)))
        .orElseGet(ShowMe.Result.Gone::new);
  }

  @Override
  public ChangeOwnPassword.Result change(ChangeOwnPassword.Command command) {
    Actor actor = command.actor();
    if (actor.disabled()) {
      return new ChangeOwnPassword.Result.Denied(new UserDisabled());
    }
    Optional<Credentials> known = credentials.find(actor.id());
    if (known.isEmpty()) {
      return new ChangeOwnPassword.Result.Gone();
    }
    if (!hasher.verify(command.current(), known.get().hash())) {
      return new ChangeOwnPassword.Result.WrongPassword();
    }
    return credentials.changePassword(actor.id(), hasher.hash(command.replacement()))
        ? new ChangeOwnPassword.Result.Changed()
        : new ChangeOwnPassword.Result.Gone();
  }
}
