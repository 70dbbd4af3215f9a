package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody raises themselves or others. */
class EscalationTest extends Journey {

  private JsonNode read(long user) {
    return as(admin).get("/users/" + user).expect(200).json();
  }

  @Test
  void aManagerDoesNotTouchAnAdministrator() {
    long other = given.userId("admin");
    JsonNode before = read(other);

    for (JsonNode change :
        List.of(
            Json.object("first_name", "Ann"),
            Json.object("phone", ServerFixture.phone()),
            Json.object("email", ServerFixture.username() + "@example.org"),
            Json.object("disabled", true),
            Json.object("login_denied", true))) {
      ServerResponse refused =
          as(given.manager())
              .patch("/users/" + other, change)
              .expectProblem(403, "permission_denied");
      assertThat(refused.text("permission")).startsWith("user:update_");
    }
    assertThat(read(other)).isEqualTo(before);
  }

  @Test
  void aManagerDoesNotTouchWhoIsAnAdministratorBesides() {
    long both = given.userId("support", "admin");

    as(given.manager())
        .patch("/users/" + both, Json.object("disabled", true))
        .expectProblem(403, "permission_denied");
  }

  @Test
  void aChangeIsMadeAsAWholeOrNotAtAll() {
    long other = given.userId("support");
    JsonNode before = read(other);

    ServerResponse refused =
        as(given.manager())
            .patch("/users/" + other, Json.roles("manager").put("first_name", "Ann"))
            .expectProblem(403, "permission_denied");

    assertThat(refused.text("permission")).isEqualTo("user:update");
    assertThat(read(other)).isEqualTo(before);
    as(given.manager())
        .patch("/users/" + other, Json.object("first_name", "Ann").put("disabled", true))
        .expect(200);
  }

  @Test
  void nobodyGivesThemselvesARole() {
    for (Person person : List.of(given.user("manager"), given.user("support"), given.user())) {
      JsonNode before = read(person.id());
      ObjectNode all = ServerFixture.userBody("admin").without("password");

      as(person)
          .patch("/users/" + person.id(), Json.roles("admin"))
          .expectProblem(403, "permission_denied");
      as(person).put("/users/" + person.id(), all).expectProblem(403, "permission_denied");
      as(person)
          .post("/users", ServerFixture.userBody("admin"))
          .expectProblem(403, "permission_denied");
      assertThat(read(person.id())).isEqualTo(before);
    }
  }

  @Test
  void aManagerEnablesAndDisablesThoseWhoAreNoAdministrators() {
    Person support = given.user("support");
    TestClient manager = as(given.manager());
    String path = "/users/" + support.id();

    manager.patch(path, Json.object("disabled", true)).expect(200);
    as(support).get("/tickets").expectProblem(403, "user_disabled");
    manager.patch(path, Json.object("disabled", false)).expect(200);
    as(support).get("/tickets").expect(200);
    manager.patch(path, Json.object("login_denied", true)).expect(200);
    desk.token(support.username(), support.password()).expectTokenError("invalid_grant");
  }
}
