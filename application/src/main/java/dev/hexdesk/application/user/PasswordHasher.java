package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.util.Optional;

/** Turns passwords into hashes that are costly to guess. */
public interface PasswordHasher {
  PasswordHash hash(Password password);

  boolean verify(Password password, PasswordHash hash);

  /**
   * Takes as long as verifying does, so that an unknown user can't be told from a wrong password by
   * the clock.
   *
   * @param name whose hash is wanting; empty when what was sent can be nobody's name
   */
  void verifyDummy(Password password, Optional<Username> name);

  /** Whether the hash was made at another cost than new ones are, and should be made anew. */
  boolean isOutdated(PasswordHash hash);
}
