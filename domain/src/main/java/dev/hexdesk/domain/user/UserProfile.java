package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/**
 * All of a user that can be written, but the password.
 *
 * @param firstName empty for who has one name, which is the last one then; or the other way round
 * @param disabled may log in and see their own status, and nothing else
 * @param loginDenied gets no token
 */
public record UserProfile(
    Username username,
    Optional<PersonName> firstName,
    Optional<PersonName> lastName,
    PhoneNumber phone,
    EmailAddress email,
    Set<Role> roles,
    boolean disabled,
    boolean loginDenied) {

  public UserProfile {
    PersonName.requireOne(firstName, lastName);
    roles = Set.copyOf(roles);
  }

  /** What the person is sorted by. */
  public PersonName sortName() {
    return PersonName.leading(firstName, lastName);
  }
}
