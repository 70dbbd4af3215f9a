package dev.hexdesk.domain.user;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import java.util.Optional;
import java.util.Set;

/** Makes users for tests; phone number and e-mail address follow from the user name. */
public final class UserBuilder {
  private long id = 1;
  private String username = "somebody";
  private String firstName = "Zoë";
  private String lastName = "O’Neil";
  private String phone = phoneOf(username);
  private String email = emailOf(username);
  private Set<Role> roles = Set.of();
  private boolean disabled;
  private boolean loginDenied;
  private Version version = Version.FIRST;

  public UserBuilder withId(long id) {
    this.id = id;
    return this;
  }

  /** Sets the user name, and a phone number and an e-mail address that go with it. */
  public UserBuilder named(String username) {
    this.username = username;
    this.phone = phoneOf(username);
    this.email = emailOf(username);
    return this;
  }

  /** Sets the names, of which one may be empty. */
  public UserBuilder called(String firstName, String lastName) {
    this.firstName = firstName;
    this.lastName = lastName;
    return this;
  }

  public UserBuilder withPhone(String phone) {
    this.phone = phone;
    return this;
  }

  public UserBuilder withEmail(String email) {
    this.email = email;
    return this;
  }

  public UserBuilder withRoles(Role... roles) {
    this.roles = Set.of(roles);
    return this;
  }

  public UserBuilder disabled() {
    this.disabled = true;
    return this;
  }

  public UserBuilder loginDenied() {
    this.loginDenied = true;
    return this;
  }

  public UserBuilder withVersion(long number) {
    this.version = new Version(number);
    return this;
  }

  public UserProfile profile() {
    return new UserProfile(
        new Username(username),
        name(firstName),
        name(lastName),
        new PhoneNumber(phone),
        new EmailAddress(email),
        roles,
        disabled,
        loginDenied);
  }

  public User build() {
    return new User(new UserId(id), profile(), version, Fixtures.NOON, Fixtures.NOON);
  }

  private static Optional<PersonName> name(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty()).map(PersonName::new);
  }

  private static String phoneOf(String username) {
    return "+3805%08d".formatted(Math.floorMod(username.hashCode(), 100_000_000));
  }

  private static String emailOf(String username) {
    return username + "@desk.example";
  }
}
