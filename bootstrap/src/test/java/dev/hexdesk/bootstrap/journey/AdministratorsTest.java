package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The department is never without an administrator who can log in. */
@ExtendWith(TestServers.class)
class AdministratorsTest {
  private static final List<BiFunction<TestClient, Person, ServerResponse>> WAYS_OUT =
      List.of(
          (caller, other) -> caller.patch(path(other), Json.roles("support")),
          (caller, other) -> caller.put(path(other), profileOf(other)),
          (caller, other) -> caller.patch(path(other), Json.object("disabled", true)),
          (caller, other) -> caller.patch(path(other), Json.object("login_denied", true)),
          (caller, other) -> caller.delete(path(other)));

  private TestServer desk;
  private Person root;

  /** The default administrator alone can administer. */
  @BeforeEach
  void standAlone(OwnDatabaseServer fragile) {
    desk = fragile.desk();
    root = desk.given().admin();
    desk.as(root).patch(path(root), Json.object("login_denied", false)).expect(200);
    for (long other : desk.as(root).get("/users?role=admin").expect(200).ids()) {
      if (other != root.id()) {
        desk.as(root).delete("/users/" + other).expect(204);
      }
    }
  }

  private static String path(Person person) {
    return "/users/" + person.id();
  }

  private static ObjectNode profileOf(Person person) {
    ObjectNode profile = ServerFixture.userBody("manager").put("username", person.username());
    profile.remove("password");
    return profile;
  }

  private List<Long> activeAdministrators() {
    return desk.as(root)
        .get("/users?role=admin&disabled=false&login_denied=false")
        .expect(200)
        .ids();
  }

  @Test
  void theLastOneStaysWhateverIsTried() {
    desk.given().userId("manager", "support");
    ServerResponse before = desk.as(root).get(path(root));

    for (BiFunction<TestClient, Person, ServerResponse> wayOut : WAYS_OUT) {
      wayOut.apply(desk.as(root), root).expectProblem(409, "last_admin");
    }

    assertThat(desk.as(root).get(path(root)).json()).isEqualTo(before.json());
    desk.token(root.username(), root.password()).expect(200);
  }

  @Test
  void whoCannotLogInDoesNotCount() {
    Person disabled = desk.given().user("admin");
    Person denied = desk.given().user("admin");
    desk.as(root).patch(path(disabled), Json.object("disabled", true)).expect(200);
    desk.as(root).patch(path(denied), Json.object("login_denied", true)).expect(200);

    for (BiFunction<TestClient, Person, ServerResponse> wayOut : WAYS_OUT) {
      wayOut.apply(desk.as(root), root).expectProblem(409, "last_admin");
    }
    desk.as(root).delete(path(disabled)).expect(204);
    desk.as(root).patch(path(denied), Json.roles()).expect(200);
  }

  @Test
  void theLastOneMayStillBeChangedOtherwise() {
    desk.as(root).patch(path(root), Json.object("first_name", "Alex")).expect(200);
    desk.as(root).patch(path(root), Json.roles("admin", "support")).expect(200);
    desk.as(root).patch(path(root), Json.roles("admin")).expect(200);
  }

  @RepeatedTest(20)
  void ofTwoWhoPutEachOtherOutAtTheSameMomentOneRemains(RepetitionInfo repetition) {
    Person one = desk.given().user("admin");
    Person other = desk.given().user("admin");
    // The token from before goes on, so the default administrator looks on without counting.
    desk.as(root).patch(path(root), Json.object("login_denied", true)).expect(200);
    BiFunction<TestClient, Person, ServerResponse> wayOut =
        WAYS_OUT.get(repetition.getCurrentRepetition() % WAYS_OUT.size());

    List<ServerResponse> answers =
        Together.all(
            List.of(
                () -> wayOut.apply(desk.as(one), other), () -> wayOut.apply(desk.as(other), one)));

    assertThat(activeAdministrators()).hasSize(1).containsAnyOf(one.id(), other.id());
    assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
    ServerResponse refused =
        answers.stream().filter(each -> each.status() >= 300).findFirst().orElseThrow();
    // The slower one may find that they may not any more before they find that they must not.
    assertThat(refused.text("code"))
        .isIn("last_admin", "permission_denied", "user_disabled", "invalid_token");
  }

  @Test
  void aManagerDoesNotEvenTouchTheLastOne() {
    desk.as(desk.given().manager())
        .patch(path(root), Json.object("disabled", true))
        .expectProblem(403, "permission_denied");
  }
}
