package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import java.util.Optional;
import java.util.Set;

/** Logs a user in by name and password (RFC 6749, section 4.3). */
public interface IssueToken {
  /**
   * @param username empty when what was sent can be nobody's name
   * @param scopes what the token shall be narrowed to; empty for all that the roles grant
   */
  record Command(Optional<Username> username, Password password, Optional<Set<Scope>> scopes) {}

  /** What came of it. */
  sealed interface Result {
    /**
     * @param scopes the token's scopes: the ones asked for, else those in which the user's roles
     *     grant anything
     */
    record Issued(AccessTokens.Issued token, Set<Scope> scopes) implements Result {}

    /** No such user, or not their password: nobody is told which. */
    record WrongCredentials() implements Result {}

    /** The right password of a user whose login is denied. */
    record LoginDenied() implements Result {}
  }

  Result issue(Command command);
}
