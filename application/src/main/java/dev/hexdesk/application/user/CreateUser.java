package dev.hexdesk.application.user;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserProfile;

/** Takes a member of staff on. */
public interface CreateUser {
  /**
   * @param present looked at once the password is hashed, which may take a while
   */
  record Command(Actor actor, ActorLookup present, UserProfile profile, Password password) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Created(User user) implements Result {}

    record Denied(Denial denial) implements Result {}

    /** Somebody has that {@code username}, {@code phone} or {@code email}. */
    record AlreadyExists(String field) implements Result {}

    /** The actor's token expired or was revoked meanwhile. */
    record TokenVoid() implements Result {}
  }

  Result create(Command command);
}
