package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/** A partial update of a user. */
public record UserChanges(
    Change<Username> username,
    Change<Optional<PersonName>> firstName,
    Change<Optional<PersonName>> lastName,
    Change<PhoneNumber> phone,
    Change<EmailAddress> email,
    Change<Set<Role>> roles,
    Change<Boolean> disabled,
    Change<Boolean> loginDenied) {

  /** Whether nothing would be left that the person is called by. */
  public boolean leaveNoName(UserProfile present) {
    return firstName.appliedTo(present.firstName()).isEmpty()
        && lastName.appliedTo(present.lastName()).isEmpty();
  }

  public UserProfile appliedTo(UserProfile present) {
    return new UserProfile(
        username.appliedTo(present.username()),
        firstName.appliedTo(present.firstName()),
        lastName.appliedTo(present.lastName()),
        phone.appliedTo(present.phone()),
        email.appliedTo(present.email()),
        roles.appliedTo(present.roles()),
        disabled.appliedTo(present.disabled()),
        loginDenied.appliedTo(present.loginDenied()));
  }
}
