package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What roles and scopes together let somebody do, as they read it themselves. */
class ScopeTest extends Journey {
  @Test
  void aTokenIsNarrowedToTheScopesAskedFor() {
    Person support = given.user("support");
    ServerResponse answer =
        desk.token(support.username(), support.password(), "tickets:read", "users:write")
            .expect(200);
    assertThat(answer.text("scope").split(" "))
        .containsExactlyInAnyOrder("tickets:read", "users:write");

    Person narrowed = support.bearing(answer.text("access_token"));

    as(narrowed).get("/tickets").expect(200);
    ServerResponse refused =
        as(narrowed).get("/employees").expectProblem(403, "insufficient_scope");
    assertThat(refused.text("scope")).isEqualTo("employees:read");
    // A scope adds nothing to what the role grants.
    as(narrowed).post("/users", ServerFixture.userBody()).expectProblem(403, "permission_denied");
    ServerResponse me = as(narrowed).get("/me").expect(200);
    assertThat(me.json().path("permissions"))
        .isEqualTo(Json.array("ticket:read", "ticket:export", "comment:read"));
    assertThat(me.json().path("scopes")).isEqualTo(Json.array("tickets:read"));
    as(narrowed).get("/status").expect(200);
  }

  @Test
  void severalRolesGrantWhatEachDoes() {
    Person both = given.user("manager", "support");

    ServerResponse me = as(both).get("/me").expect(200);

    assertThat(me.json().path("username").textValue()).isEqualTo(both.username());
    assertThat(me.json().path("permissions").valueStream().map(each -> each.textValue()))
        .containsExactlyInAnyOrder(
            "user:read",
            "user:update_contacts",
            "user:update_disabled",
            "user:update_login_denied",
            "employee:read",
            "employee:create",
            "employee:update",
            "employee:delete",
            "employee:import",
            "privacy:erase",
            "ticket:read",
            "ticket:create",
            "ticket:update",
            "ticket:delete",
            "ticket:import",
            "ticket:export",
            "comment:read",
            "comment:read_internal",
            "comment:create");
    assertThat(me.json().path("scopes").valueStream().map(each -> each.textValue()))
        .containsExactlyInAnyOrderElementsOf(CallerKind.SCOPES);
    assertThat(as(given.user()).get("/me").json().path("permissions")).isEmpty();
  }
}
