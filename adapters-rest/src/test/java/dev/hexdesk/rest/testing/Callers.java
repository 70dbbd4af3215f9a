package dev.hexdesk.rest.testing;

import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Callers by the tokens that they send. A token is the caller's kind, and behind it the scopes that
 * it is narrowed to: {@code admin/users:read}.
 */
public final class Callers implements AuthenticateToken {
  public static final String ADMIN = "admin";
  public static final String MANAGER = "manager";
  public static final String SUPPORT = "support";

  /** Somebody without any role. */
  public static final String ROLELESS = "roleless";

  /** A disabled administrator. */
  public static final String DISABLED = "disabled";

  /** A token that nobody issued. */
  public static final String FORGED = "forged";

  private static final Map<String, Actor> ACTORS =
      Map.of(
          ADMIN, actor(1, false, Role.ADMIN),
          MANAGER, actor(2, false, Role.MANAGER),
          SUPPORT, actor(3, false, Role.SUPPORT),
          ROLELESS, actor(4, false),
          DISABLED, actor(5, true, Role.ADMIN));

  private static Actor actor(long id, boolean disabled, Role... roles) {
    return new Actor(new UserId(id), Set.of(roles), disabled, Optional.empty());
  }

  /** The caller's token, narrowed to the scopes. */
  public static String narrowed(String caller, Scope... scopes) {
    return Arrays.stream(scopes)
        .map(Scope::code)
        .collect(Collectors.joining("/", caller + "/", ""));
  }

  /** Who sends the token. */
  public static Actor actorOf(String token) {
    return ((Result.Authenticated) new Callers().authenticate(token)).actor();
  }

  @Override
  public Result authenticate(String token) {
    String[] parts = token.split("/", -1);
    Actor actor = ACTORS.get(parts[0]);
    if (actor == null) {
      return new Result.Rejected();
    }
    return new Result.Authenticated(parts.length == 1 ? actor : narrowed(actor, parts));
  }

  private static Actor narrowed(Actor actor, String[] parts) {
    Set<Scope> scopes =
        Arrays.stream(parts)
            .skip(1)
            .map(code -> Coded.find(Scope.class, code))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new Actor(actor.id(), actor.roles(), actor.disabled(), Optional.of(scopes));
  }
}
