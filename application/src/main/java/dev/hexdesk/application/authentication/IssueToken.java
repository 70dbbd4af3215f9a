package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Logs a user in by name and password (RFC 6749, section 4.3). */
public interface IssueToken {
  /**
   * @param username empty when what was sent can be nobody's name
   * @param scopes what the token shall be narrowed to; empty for all that the roles grant
   * @param from where the client is; empty where nobody can tell
   */
  record Command(
      Optional<Username> username,
      Password password,
      Optional<Set<Scope>> scopes,
      Optional<ClientAddress> from) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param scopes the token's scopes: the ones asked for, else those in which the user's roles
     *     grant anything
     */
    record Issued(AccessTokens.Issued token, Set<Scope> scopes) implements Result {
      public Issued {
        scopes = Set.copyOf(scopes);
      }
    }

    /** No such user, not their password, or locked after failures: nobody is told which. */
    record WrongCredentials() implements Result {}

    /** The right password of a user whose login is denied. */
    record LoginDenied() implements Result {}

    /**
     * Logins from there failed too often; this one was not looked at.
     *
     * @param retryAfter until logins from there are looked at again
     */
    record TooManyFailures(Duration retryAfter) implements Result {}

    /**
     * As many logins from there, or by that name from there, as may are under way; this one was not
     * looked at.
     */
    record TooManyAtOnce() implements Result {}
  }

  Result issue(Command command);
}
