package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;

/** What failed logins of a user led to. */
public interface Lockouts {
  /**
   * Ends what failures of that user led to, as an administrator wants it who sets a password.
   * Guesses that are under way change nothing of it.
   */
  void unlock(UserId id, Username username);
}
