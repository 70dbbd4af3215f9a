package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.Role;
import java.util.Optional;

/**
 * Which users are wanted; all that is given must hold.
 *
 * @param username exactly this name, whatever the letter case and in any compatible spelling
 * @param email exactly this address, whatever the letter case
 * @param q words that must all occur somewhere in the user name, the names, the phone number or the
 *     e-mail address, whatever the letter case; characters mean nothing but themselves
 */
public record UserFilter(
    Optional<String> username,
    Optional<String> phone,
    Optional<String> email,
    Optional<Role> role,
    Optional<Boolean> disabled,
    Optional<Boolean> loginDenied,
    Optional<String> q) {

  public static UserFilter all() {
    return new UserFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
