package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Actor;

/** Finds out on whose behalf a request is made, from the token that it bears. */
public interface AuthenticateToken {
  /** The possible outcomes. */
  sealed interface Result {
    record Authenticated(Actor actor) implements Result {}

    /** Not a token of ours, or one that is expired, revoked, or whose user is gone. */
    record Rejected() implements Result {}
  }

  Result authenticate(String token);
}
