package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.util.Map;
import java.util.Optional;

/** Keeps what users prove themselves with. */
public interface CredentialRepository {
  /**
   * What decides, at each request, whether a token still holds and what its bearer may do.
   *
   * @param epoch the tokens of other epochs are void
   */
  record AuthenticationState(User user, long epoch) {}

  Optional<Credentials> find(Username username);

  Optional<Credentials> find(UserId id);

  /** How a user stands: at this moment, or within a second of it where somebody else changed it. */
  Optional<AuthenticationState> authenticationStateOf(UserId id);

  /**
   * Sets another password and begins another epoch, which voids the tokens issued before.
   *
   * @return whether there is such a user
   */
  boolean changePassword(UserId id, PasswordHash hash);

  /**
   * Sets another password and begins another epoch, but only if {@code epoch} is still the present
   * one (compare and set): who has set another password meanwhile has the last word.
   *
   * @return whether there is such a user, in that epoch still
   */
  boolean changePassword(UserId id, long epoch, PasswordHash hash);

  /**
   * How many users have a hash of each make: what comes before salt and digest in its encoded form.
   */
  Map<String, Long> countHashesByParameters();

  /**
   * Replaces the hash of the same password by one of another cost, unless the password was changed
   * meanwhile.
   */
  void renewHash(UserId id, PasswordHash before, PasswordHash after);
}
