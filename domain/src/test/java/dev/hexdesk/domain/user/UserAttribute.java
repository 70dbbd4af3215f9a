package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.Fixtures.aUser;

import dev.hexdesk.domain.shared.Change;
import java.util.Set;

/** The attributes of a user, one by one, for tests that change some of them. */
public enum UserAttribute {
  USERNAME,
  FIRST_NAME,
  LAST_NAME,
  PHONE,
  EMAIL,
  ROLES,
  DISABLED,
  LOGIN_DENIED;

  /** Somebody as they are. */
  public static final UserProfile PRESENT =
      aUser().named("alice").called("Alice", "Stone").withRoles(Role.SUPPORT).profile();

  /** The same user, other in every attribute. */
  public static final UserProfile WANTED =
      aUser()
          .named("elisa")
          .called("Elisa", "Rock")
          .withRoles(Role.MANAGER)
          .disabled()
          .loginDenied()
          .profile();

  /** An update that sets these attributes to those of the profile. */
  public static UserChanges changes(UserProfile wanted, Set<UserAttribute> attributes) {
    return new UserChanges(
        change(attributes.contains(USERNAME), wanted.username()),
        change(attributes.contains(FIRST_NAME), wanted.firstName()),
        change(attributes.contains(LAST_NAME), wanted.lastName()),
        change(attributes.contains(PHONE), wanted.phone()),
        change(attributes.contains(EMAIL), wanted.email()),
        change(attributes.contains(ROLES), wanted.roles()),
        change(attributes.contains(DISABLED), wanted.disabled()),
        change(attributes.contains(LOGIN_DENIED), wanted.loginDenied()));
  }

  /** The attribute's value. */
  public Object of(UserProfile profile) {
    return switch (this) {
      case USERNAME -> profile.username();
      case FIRST_NAME -> profile.firstName();
      case LAST_NAME -> profile.lastName();
      case PHONE -> profile.phone();
      case EMAIL -> profile.email();
      case ROLES -> profile.roles();
      case DISABLED -> profile.disabled();
      case LOGIN_DENIED -> profile.loginDenied();
    };
  }

  private static <T> Change<T> change(boolean made, T value) {
    return made ? Change.to(value) : Change.keep();
  }
}
