package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Versioned;
import java.time.Instant;

/** A member of the support department's staff. */
public record User(
    UserId id, UserProfile profile, Version version, Instant createdAt, Instant updatedAt)
    implements Versioned {

  /** The user with another profile; the very same one when nothing differs. */
  public User with(UserProfile changed, Instant now) {
    return changed.equals(profile) ? this : new User(id, changed, version.next(), createdAt, now);
  }

  public boolean isAdministrator() {
    return profile.roles().contains(Role.ADMIN);
  }
}
