package dev.hexdesk.domain.user;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.EnumSet;
import java.util.Set;

/** A partial update of a user; each attribute asks for a permission of its own. */
public record UserChanges(
    Change<Username> username,
    Change<PersonName> firstName,
    Change<PersonName> lastName,
    Change<PhoneNumber> phone,
    Change<EmailAddress> email,
    Change<Set<Role>> roles,
    Change<Boolean> disabled,
    Change<Boolean> loginDenied) {

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

  /**
   * What the caller must be permitted for the attributes named here, changed or not. An update that
   * names none still shows its caller the user, so it asks for the permission to change the least.
   */
  public Set<Permission> permissions() {
    Set<Permission> needed = EnumSet.noneOf(Permission.class);
    if (username.isMade() || roles.isMade()) {
      needed.add(Permission.USER_UPDATE);
    }
    if (firstName.isMade() || lastName.isMade() || phone.isMade() || email.isMade()) {
      needed.add(Permission.USER_UPDATE_CONTACTS);
    }
    if (disabled.isMade()) {
      needed.add(Permission.USER_UPDATE_DISABLED);
    }
    if (loginDenied.isMade()) {
      needed.add(Permission.USER_UPDATE_LOGIN_DENIED);
    }
    return needed.isEmpty() ? EnumSet.of(Permission.USER_UPDATE_CONTACTS) : needed;
  }
}
