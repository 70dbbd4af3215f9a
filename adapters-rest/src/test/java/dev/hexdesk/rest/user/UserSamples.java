package dev.hexdesk.rest.user;

import static dev.hexdesk.domain.Fixtures.aUser;

import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.rest.testing.Body;

/** A user as these tests send and expect it. */
public final class UserSamples {
  public static final Body NEW_USER =
      Body.of(
          """
          {"username": "olena", "password": "Correct#Horse7", "first_name": "Олена",
           "last_name": "Ґалаґан", "phone": "+380504430000", "email": "olena@example.com",
           "roles": ["manager", "support"], "disabled": true, "login_denied": false}
          """);

  public static final Body REPLACEMENT = NEW_USER.without("password");

  /** {@link #OLENA} as clients read her. */
  public static final String OLENA_READ =
      """
      {"id": 7, "username": "olena", "first_name": "Олена", "last_name": "Ґалаґан",
       "phone": "+380504430000", "email": "olena@example.com", "roles": ["manager", "support"],
       "disabled": true, "login_denied": false,
       "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z"}
      """;

  public static final User OLENA =
      aUser()
          .withId(7)
          .named("olena")
          .called("Олена", "Ґалаґан")
          .withPhone("+380504430000")
          .withEmail("olena@example.com")
          .withRoles(Role.SUPPORT, Role.MANAGER)
          .disabled()
          .withVersion(3)
          .build();

  private UserSamples() {}
}
