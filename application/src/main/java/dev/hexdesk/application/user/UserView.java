package dev.hexdesk.application.user;

import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A user as callers see them. */
public record UserView(
    UserId id,
    String username,
    Optional<String> firstName,
    Optional<String> lastName,
    String phone,
    String email,
    Set<Role> roles,
    boolean disabled,
    boolean loginDenied,
    Version version,
    Instant createdAt,
    Instant updatedAt) {

  public UserView {
    roles = Set.copyOf(roles);
  }

  /** What the person is sorted by. */
  public String sortName() {
    return PersonName.leading(firstName, lastName);
  }

  public static UserView of(User user) {
    UserProfile profile = user.profile();
    return new UserView(
        user.id(),
        profile.username().value(),
        profile.firstName().map(PersonName::value),
        profile.lastName().map(PersonName::value),
        profile.phone().value(),
        profile.email().value(),
        profile.roles(),
        profile.disabled(),
        profile.loginDenied(),
        user.version(),
        user.createdAt(),
        user.updatedAt());
  }
}
