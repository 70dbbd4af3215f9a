package dev.hexdesk.application.authentication;

import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.RolePolicy;
import java.util.Optional;

/** Tells who bears a token, and what they may do. */
public record AuthenticationService(
    CredentialRepository credentials, AccessTokens tokens, RolePolicy policy)
    implements AuthenticateToken, CurrentUser {
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
        .authenticationStateOf(claims.userId())
        .filter(state -> state.epoch() == claims.epoch())
        .map(
            state ->
                new Actor(
                    claims.userId(),
                    state.user().profile().roles(),
                    state.user().profile().disabled(),
                    claims.scopes()));
  }

  @Override
  public CurrentUser.Result show(Actor actor) {
    return credentials
        .authenticationStateOf(actor.id())
        .<CurrentUser.Result>map(
            state ->
                new CurrentUser.Result.Me(
                    state.user(), policy.permissionsOf(actor), policy.scopesOf(actor)))
        .orElseGet(CurrentUser.Result.Gone::new);
  }
}
