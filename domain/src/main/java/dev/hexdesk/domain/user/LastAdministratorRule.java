package dev.hexdesk.domain.user;

import java.util.function.BooleanSupplier;

/**
 * The department always has an active administrator: one who has the role, is not disabled and may
 * log in. Nobody can take the last one away, neither by deletion nor by a change, not even the last
 * administrator.
 */
public final class LastAdministratorRule {
  private LastAdministratorRule() {}

  /** Whether this user can log in and administer. */
  public static boolean isActiveAdministrator(UserProfile profile) {
    return profile.roles().contains(Role.ADMIN) && !profile.disabled() && !profile.loginDenied();
  }

  /**
   * Whether the user must not become {@code changed}.
   *
   * @param hasAnother whether there is another active administrator; asked only if that matters
   */
  public static boolean forbidsChange(User user, UserProfile changed, BooleanSupplier hasAnother) {
    return isActiveAdministrator(user.profile())
        && !isActiveAdministrator(changed)
        && !hasAnother.getAsBoolean();
  }

  /**
   * Whether the user must not be deleted.
   *
   * @param hasAnother whether there is another active administrator; asked only if that matters
   */
  public static boolean forbidsDeletion(User user, BooleanSupplier hasAnother) {
    return isActiveAdministrator(user.profile()) && !hasAnother.getAsBoolean();
  }
}
