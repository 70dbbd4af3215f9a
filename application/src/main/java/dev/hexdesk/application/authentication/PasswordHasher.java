package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;

/** Turns passwords into hashes that are costly to guess. */
public interface PasswordHasher {
  PasswordHash hash(Password password);

  boolean verify(Password password, PasswordHash hash);

  /**
   * Takes as long as verifying does, so that an unknown user can't be told from a wrong password by
   * the clock.
   */
  void verifyAgainstNothing(Password password);

  /** Whether the hash was made at another cost than new ones are, and should be made anew. */
  boolean isOutdated(PasswordHash hash);
}
