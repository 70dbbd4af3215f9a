package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The life of a user, from creation to deletion. */
class UserLifeTest extends Journey {
  private static final String[] FIELDS =
      ("id username first_name last_name phone email"
              + " roles disabled login_denied created_at updated_at")
          .split(" ");

  private final ObjectNode body = ServerFixture.userBody("support");

  private ServerResponse create() {
    return as(admin).post("/users", body).expect(201);
  }

  private String username() {
    return body.path("username").textValue();
  }

  @Test
  void isCreatedAtAnAddressThatResolvesAtOnce() {
    ServerResponse created = create();

    assertThat(created.fieldNames()).containsExactly(FIELDS);
    assertThat(created.text("first_name")).isEqualTo("Зоя");
    assertThat(created.text("created_at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    ServerResponse read = assertIsWhereItSays(created, "/users", admin);
    assertThat(read.etag()).startsWith("\"").endsWith("\"");
    assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void neverShowsThePasswordInAnyForm() {
    ServerResponse created = create();

    for (ServerResponse answer :
        List.of(
            created,
            as(admin).get("/users/" + created.id()),
            as(admin).get("/users?username=" + username()),
            as(desk.login(username(), Installation.PASSWORD)).get("/me"))) {
      assertThat(answer.text()).doesNotContainIgnoringCase("passw").doesNotContain("argon2");
    }
  }

  @Test
  void isFoundByEachFilter() {
    long id = create().id();
    String q = "q=" + username();
    as(admin).patch("/users/" + id, Json.object("login_denied", true)).expect(200);

    Map.of(
            "username=" + username().toUpperCase(Locale.ROOT), true,
            "phone=" + TestClient.encoded(body.path("phone").textValue()), true,
            "email=" + username() + "@EXAMPLE.org", true,
            "role=support&" + q, true,
            "role=manager&" + q, false,
            "disabled=false&" + q, true,
            "disabled=true&" + q, false,
            "login_denied=true&" + q, true,
            "login_denied=false&" + q, false,
            "q=" + TestClient.encoded("o’neil " + username()), true)
        .forEach(
            (filter, found) ->
                assertThat(as(admin).get("/users?" + filter).expect(200).ids())
                    .as(filter)
                    .isEqualTo(found ? List.of(id) : List.of()));
  }

  @Test
  void isReplacedButForThePassword() {
    ServerResponse created = create();
    ObjectNode replacement = ServerFixture.userBody("manager");
    replacement.remove("password");

    ServerResponse replaced = as(admin).put("/users/" + created.id(), replacement).expect(200);

    assertThat(replaced.fieldNames()).containsExactly(FIELDS);
    assertThat(replaced.json().path("roles")).isEqualTo(Json.array("manager"));
    assertThat(replaced.text("created_at")).isEqualTo(created.text("created_at"));
    assertThat(replaced.etag()).isNotEqualTo(created.etag());
    desk.token(username(), Installation.PASSWORD).expectTokenError("invalid_grant");
    desk.token(replacement.path("username").textValue(), Installation.PASSWORD).expect(200);
    replacement.remove("roles");
    assertThat(as(admin).put("/users/" + created.id(), replacement).json().path("roles")).isEmpty();
    replacement.remove("phone");
    assertThat(
            as(admin)
                .put("/users/" + created.id(), replacement)
                .expectProblem(422, "validation_failed")
                .pointers())
        .containsExactly("/phone");
  }

  @Test
  void isChangedAttributeByAttribute() {
    ServerResponse created = create();
    TestClient caller = as(admin);
    String path = "/users/" + created.id();

    ServerResponse named = caller.patch(path, Json.object("first_name", "Zoë")).expect(200);
    assertThat(named.text("first_name")).isEqualTo("Zoë");
    assertThat(named.text("last_name")).isEqualTo("O’Neil");
    ServerResponse promoted =
        caller
            .with("Content-Type", "application/merge-patch+json")
            .patch(path, Json.roles("manager", "support"))
            .expect(200);
    assertThat(promoted.json().path("roles")).hasSize(2);

    ServerResponse untouched = caller.patch(path, Json.object()).expect(200);
    assertThat(untouched.json()).isEqualTo(promoted.json());
    assertThat(untouched.etag()).isEqualTo(promoted.etag());
    caller.patch(path, Json.object().putNull("phone")).expectProblem(422, "validation_failed");
    caller.patch(path, Json.object("id", "7")).expectProblem(422, "read_only");
  }

  @Test
  void doesNotShareItsNamePhoneOrEmail() {
    create();

    assertSharesNone("/users", ServerFixture::userBody, body, "username", "phone", "email");
  }

  @Test
  void isGoneOnceDeleted() {
    long id = create().id();

    assertThat(as(admin).delete("/users/" + id).expect(204).body()).isEmpty();
    as(admin).get("/users/" + id).expectProblem(404, "not_found");
    as(admin).delete("/users/" + id).expectProblem(404, "not_found");
    assertThat(as(admin).get("/users?username=" + username()).ids()).isEmpty();
    desk.token(username(), Installation.PASSWORD).expectTokenError("invalid_grant");
  }

  @Test
  void isDeletedWithTicketsOnlyWhenSomebodyTakesThemOver() {
    Person leaving = given.user("support");
    Person successor = given.user("support");
    Person roleless = given.user();
    String path = "/users/" + leaving.id();
    long owned = given.ticket(leaving);
    long assigned = given.ticket(successor);
    as(successor)
        .patch("/tickets/" + assigned, Json.object().put("assignee_id", leaving.id()))
        .expect(200);

    as(admin).delete(path).expectProblem(409, "in_use");
    as(admin)
        .delete(path + "?reassign_tickets_to=" + leaving.id())
        .expectProblem(422, "validation_failed");
    as(admin)
        .delete(path + "?reassign_tickets_to=" + roleless.id())
        .expectProblem(422, "validation_failed");
    as(admin).delete(path + "?reassign_tickets_to=me").expectProblem(400, "malformed_request");
    as(admin).delete(path + "?reassign_tickets_to=" + successor.id()).expect(204);

    ServerResponse inherited = as(successor).get("/tickets/" + owned).expect(200);
    assertThat(inherited.json().path("owner_id").longValue()).isEqualTo(successor.id());
    ServerResponse reassigned = as(successor).get("/tickets/" + assigned).expect(200);
    assertThat(reassigned.json().path("assignee_id").longValue()).isEqualTo(successor.id());
  }
}
