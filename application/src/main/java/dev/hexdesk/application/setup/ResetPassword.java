package dev.hexdesk.application.setup;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;

/**
 * Gives one user another password on behalf of whoever runs the installation, so that nobody is
 * kept out for good: their tokens stop working, their lockout ends, and nobody is made who is not
 * there.
 */
public interface ResetPassword {
  record Command(Username username, Password password) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param disabled whether the user can log in, and do nothing
     * @param loginDenied whether the user can't log in for all that
     */
    record Changed(UserId id, Username username, boolean disabled, boolean loginDenied)
        implements Result {}

    /** Everybody who guesses would try the user's name. */
    record ContainsUsername() implements Result {}

    record Unknown() implements Result {}
  }

  Result reset(Command command);
}
