package dev.hexdesk.application.user;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.UserId;

/** Gives a user another password without knowing the present one; their tokens stop working. */
public interface SetUserPassword {
  /**
   * @param present looked at once the password is hashed, which may take a while
   */
  record Command(
      Actor actor, ActorLookup present, UserId id, Precondition precondition, Password password)
      implements VersionedCommand<UserId> {}

  /** The possible outcomes. */
  sealed interface Result {
    record Changed() implements Result {}

    /** Everybody who guesses would try the user's name. */
    record ContainsUsername() implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** The actor's token expired or was revoked meanwhile. */
    record TokenVoid() implements Result {}
  }

  Result setPassword(Command command);
}
