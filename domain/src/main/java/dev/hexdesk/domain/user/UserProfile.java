package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.Set;

/**
 * All of a user that can be written, but the password.
 *
 * @param disabled may log in and see their own status, and nothing else
 * @param loginDenied gets no token
 */
public record UserProfile(
    Username username,
    PersonName firstName,
    PersonName lastName,
    PhoneNumber phone,
    EmailAddress email,
    Set<Role> roles,
    boolean disabled,
    boolean loginDenied) {

  public UserProfile {
    roles = Set.copyOf(roles);
  }
}
