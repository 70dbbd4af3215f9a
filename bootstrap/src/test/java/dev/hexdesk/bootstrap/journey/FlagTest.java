package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens to people who are logged in while something about them changes. */
class FlagTest extends Journey {
  private static final String OTHER_PASSWORD = "Other#Horse8";

  private void change(Person person, String flag, boolean value) {
    as(admin).patch("/users/" + person.id(), Json.object(flag, value)).expect(200);
  }

  @Test
  void theDisabledKeepTheirTokenTheirSelfAndTheirStatusAndLoseAllElseAtOnce() {
    Person support = given.user("support");
    as(support).get("/tickets").expect(200);
    assertThat(as(support).get("/status").text("status")).isEqualTo("ok");

    change(support, "disabled", true);

    Person again = desk.login(support.username(), support.password());
    for (Person bearer : new Person[] {support, again}) {
      ServerResponse me = as(bearer).get("/me").expect(200);
      assertThat(me.json().path("disabled").booleanValue()).isTrue();
      assertThat(me.json().path("permissions")).isEmpty();
      assertThat(me.json().path("scopes")).isEmpty();
      assertThat(as(bearer).get("/status").expect(200).text())
          .isEqualTo("{\"status\":\"disabled\"}");
      as(bearer).get("/tickets").expectProblem(403, "user_disabled");
      as(bearer)
          .put(
              "/me/password",
              Json.object("current_password", support.password())
                  .put("new_password", OTHER_PASSWORD))
          .expectProblem(403, "user_disabled");
    }
    change(support, "disabled", false);
    as(support).get("/tickets").expect(200);
  }

  @Test
  void whoIsDeniedToLogInGetsNoTokenWhileEarlierOnesGoOn() {
    Person support = given.user("support");

    change(support, "login_denied", true);

    ServerResponse refused =
        desk.token(support.username(), support.password()).expectTokenError("invalid_grant");
    assertThat(refused.text("error_description")).isEqualTo("Login denied");
    ServerResponse wrong =
        desk.token(support.username(), "Wrong#Horse7").expectTokenError("invalid_grant");
    assertThat(wrong.text("error_description")).isNotEqualTo("Login denied");
    as(support).get("/tickets").expect(200);
    assertThat(as(support).get("/status").text("status")).isEqualTo("ok");
    change(support, "login_denied", false);
    desk.token(support.username(), support.password()).expect(200);
  }

  @Test
  void whoDoesBothIsDeniedToLogIn() {
    Person support = given.user("support");
    change(support, "disabled", true);
    change(support, "login_denied", true);

    assertThat(desk.token(support.username(), support.password()).text("error_description"))
        .isEqualTo("Login denied");
    as(support).get("/tickets").expectProblem(403, "user_disabled");
  }

  @Test
  void changingOnesPasswordEndsTheTokensFromBefore() {
    Person support = given.user("support");
    Person elsewhere = desk.login(support.username(), support.password());

    as(support)
        .put(
            "/me/password",
            Json.object("current_password", "Wrong#Horse7").put("new_password", OTHER_PASSWORD))
        .expectProblem(403, "wrong_password");
    as(elsewhere).get("/me").expect(200);
    ServerResponse changed =
        as(support)
            .put(
                "/me/password",
                Json.object("current_password", support.password())
                    .put("new_password", OTHER_PASSWORD))
            .expect(204);

    assertThat(changed.body()).isEmpty();
    as(support).get("/me").expectProblem(401, "invalid_token");
    as(elsewhere).get("/me").expectProblem(401, "invalid_token");
    desk.token(support.username(), support.password()).expectTokenError("invalid_grant");
    as(desk.login(support.username(), OTHER_PASSWORD)).get("/tickets").expect(200);
  }

  @Test
  void beingGivenAnotherPasswordEndsTheTokensFromBefore() {
    Person support = given.user("support");

    as(admin)
        .put("/users/" + support.id() + "/password", Json.object("new_password", OTHER_PASSWORD))
        .expect(204);

    as(support).get("/me").expectProblem(401, "invalid_token");
    desk.token(support.username(), support.password()).expectTokenError("invalid_grant");
    desk.token(support.username(), OTHER_PASSWORD).expect(200);
  }

  @Test
  void rolesCountFromTheNextRequest() {
    Person person = given.user("manager");
    as(person).get("/users").expect(200);

    as(admin).patch("/users/" + person.id(), Json.roles("support")).expect(200);
    as(person).get("/users").expectProblem(403, "permission_denied");
    as(person).get("/tickets").expect(200);
    as(admin).patch("/users/" + person.id(), Json.roles()).expect(200);
    as(person).get("/tickets").expectProblem(403, "permission_denied");
    as(admin).patch("/users/" + person.id(), Json.roles("manager", "support")).expect(200);
    as(person).get("/users").expect(200);
  }

  @Test
  void theTokenOfADeletedUserEndsWithThem() {
    Person support = given.user("support");

    as(admin).delete("/users/" + support.id()).expect(204);

    for (String path : new String[] {"/me", "/status", "/tickets"}) {
      as(support).get(path).expectProblem(401, "invalid_token");
    }
    as(support)
        .put(
            "/me/password",
            Json.object("current_password", support.password()).put("new_password", OTHER_PASSWORD))
        .expectProblem(401, "invalid_token");
  }
}
