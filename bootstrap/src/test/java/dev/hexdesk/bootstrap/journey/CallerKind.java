package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.security.JwtAccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everybody who may come to the API: by role, by flag, by token. */
sealed interface CallerKind {
  List<String> SCOPES =
      List.of(
          "users:read",
          "users:write",
          "employees:read",
          "employees:write",
          "tickets:read",
          "tickets:write",
          "comments:internal");

  /** Somebody who bears no token. */
  record Nobody() implements CallerKind {}

  /** Somebody with these roles and nothing that narrows them. */
  record WithRole(Optional<String> role) implements CallerKind {}

  /** An administrator who was disabled after they had got their token. */
  record Disabled() implements CallerKind {}

  /** An administrator who may not log in any more since they got their token. */
  record LoginDenied() implements CallerKind {}

  /** An administrator whose token has expired. */
  record Expired() implements CallerKind {}

  /** An administrator whose token was asked for with scopes. */
  record Narrowed(Set<String> scopes) implements CallerKind {}

  static List<CallerKind> all() {
    return Stream.concat(
            Stream.<CallerKind>of(
                new Nobody(),
                new WithRole(Optional.of("admin")),
                new WithRole(Optional.of("manager")),
                new WithRole(Optional.of("support")),
                new WithRole(Optional.empty()),
                new Disabled(),
                new LoginDenied(),
                new Expired(),
                new Narrowed(Set.of("employees:read", "tickets:read"))),
            SCOPES.stream().<CallerKind>map(scope -> new Narrowed(Set.of(scope))))
        .toList();
  }

  /** A new person who is this visitor; nobody has no person. */
  default Optional<Person> arrive(TestServer desk) {
    return switch (this) {
      case Nobody() -> Optional.empty();
      case WithRole(Optional<String> role) ->
          Optional.of(desk.given().user(role.stream().toArray(String[]::new)));
      case Disabled() -> Optional.of(flagged(desk, "disabled"));
      case LoginDenied() -> Optional.of(flagged(desk, "login_denied"));
      case Expired() -> {
        Person administrator = desk.given().user("admin");
        yield Optional.of(administrator.bearing(expiredToken(desk, administrator)));
      }
      case Narrowed(Set<String> scopes) -> {
        Person administrator = desk.given().user("admin");
        yield Optional.of(
            desk.login(
                administrator.username(), administrator.password(), scopes.toArray(String[]::new)));
      }
    };
  }

  /** Who this is, for the names of tests. */
  default String words() {
    return switch (this) {
      case Nobody() -> "nobody";
      case WithRole(Optional<String> role) -> role.orElse("a user without a role");
      case Disabled() -> "a disabled admin";
      case LoginDenied() -> "an admin denied to log in";
      case Expired() -> "an admin with an expired token";
      case Narrowed(Set<String> scopes) -> "an admin narrowed to " + new TreeSet<>(scopes);
    };
  }

  private static Person flagged(TestServer desk, String flag) {
    Person administrator = desk.given().user("admin");
    desk.as(desk.given().admin())
        .patch("/users/" + administrator.id(), Json.object(flag, true))
        .expect(200);
    return administrator;
  }

  /** A token of the server's own that was issued a minute too long ago. */
  static String expiredToken(TestServer desk, Person person) {
    return tokenFor(desk, person, Duration.ofMinutes(-1));
  }

  /** A token of the server's own, with so much left of its time. */
  static String tokenFor(TestServer desk, Person person, Duration left) {
    var settings = desk.configuration().tokenSettings();
    InstantSource then = Clock.offset(Clock.systemUTC(), left.minus(settings.lifetime()));
    return new JwtAccessTokens(settings, then)
        .issue(new TokenClaims(new UserId(person.id()), 0, Optional.empty()))
        .token();
  }
}
