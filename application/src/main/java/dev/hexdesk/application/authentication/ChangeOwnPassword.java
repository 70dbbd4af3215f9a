package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.user.Password;
import java.time.Duration;

/** Lets callers replace their own password, given the present one. No role is needed for it. */
public interface ChangeOwnPassword {
  record Command(Actor actor, Password current, Password replacement) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Changed() implements Result {}

    record WrongPassword() implements Result {}

    /**
     * The present password was told wrong too often; this one was not looked at.
     *
     * @param retryAfter until it is looked at again
     */
    record TooManyFailures(Duration retryAfter) implements Result {}

    /** Everybody who guesses would try the own name. */
    record ContainsUsername() implements Result {}

    record Denied(Denial denial) implements Result {}

    /**
     * The caller's token has become void since it was checked: they were deleted, or given another
     * password, which stays.
     */
    record TokenVoid() implements Result {}
  }

  Result change(Command command);
}
