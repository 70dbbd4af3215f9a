package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.user.Password;

/** Lets callers replace their own password, given the present one. No role is needed for it. */
public interface ChangeOwnPassword {
  record Command(Actor actor, Password current, Password replacement) {}

  /** What came of it. */
  sealed interface Result {
    record Changed() implements Result {}

    record WrongPassword() implements Result {}

    record Denied(Denial denial) implements Result {}

    /** The caller was deleted since their token was checked. */
    record Gone() implements Result {}
  }

  Result change(Command command);
}
