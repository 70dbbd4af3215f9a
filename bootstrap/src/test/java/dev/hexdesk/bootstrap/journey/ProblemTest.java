package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of problem is really answered, in the one form that the contract gives to all. */
class ProblemTest extends Journey {
  /**
   * The last administrators are told the first, outages lead to the next two, who sends the same
   * twice at once and who guesses are told those behind them; for the last it takes HTTP that no
   * library sends.
   */
  private static final Set<ProblemType> ELSEWHERE =
      Set.of(
          ProblemType.LAST_ADMIN,
          ProblemType.INTERNAL_ERROR,
          ProblemType.UNAVAILABLE,
          ProblemType.IDEMPOTENCY_KEY_IN_USE,
          ProblemType.TICKET_MERGED,
          ProblemType.TOO_LATE,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.EXPECTATION_FAILED);

  @FunctionalInterface
  private interface Mistake {
    ServerResponse make() throws Exception;
  }

  private Map<ProblemType, Mistake> mistakes() {
    Person support = given.user("support");
    long employee = given.employee();
    String ticket = "/tickets/" + given.ticket(support);
    Map<ProblemType, Mistake> mistakes = new EnumMap<>(ProblemType.class);
    mistakes.put(
        ProblemType.MALFORMED_REQUEST, () -> as(admin).send("POST", "/employees", "{\"a\":"));
    mistakes.put(ProblemType.UNAUTHENTICATED, () -> desk.asNobody().get("/me"));
    mistakes.put(ProblemType.INVALID_TOKEN, () -> as(support.bearing("x.y.z")).get("/me"));
    mistakes.put(ProblemType.PERMISSION_DENIED, () -> as(support).get("/users"));
    mistakes.put(
        ProblemType.INSUFFICIENT_SCOPE,
        () -> as(desk.login(support.username(), support.password(), "users:read")).get("/tickets"));
    mistakes.put(
        ProblemType.USER_DISABLED,
        () -> as(new CallerKind.Disabled().arrive(desk).get()).get("/users"));
    mistakes.put(
        ProblemType.WRONG_PASSWORD,
        () ->
            as(support)
                .put(
                    "/me/password",
                    Json.object("current_password", "x").put("new_password", "Other#Horse8")));
    mistakes.put(ProblemType.NOT_FOUND, () -> as(admin).get("/tickets/999999999"));
    mistakes.put(ProblemType.METHOD_NOT_ALLOWED, () -> as(admin).delete("/tickets"));
    mistakes.put(
        ProblemType.NOT_ACCEPTABLE, () -> as(admin).with("Accept", "image/png").get(ticket));
    mistakes.put(
        ProblemType.ALREADY_EXISTS,
        () ->
            as(admin).post("/users", ServerFixture.userBody().put("username", support.username())));
    mistakes.put(ProblemType.IN_USE, () -> as(admin).delete("/users/" + support.id()));
    mistakes.put(
        ProblemType.ILLEGAL_TRANSITION,
        () -> {
          as(support).patch(ticket, Json.object("status", "closed")).expect(200);
          return as(support).patch(ticket, Json.object("status", "pending"));
        });
    mistakes.put(
        ProblemType.PRECONDITION_FAILED,
        () -> as(support).with("If-Match", "\"x\"").delete(ticket));
    mistakes.put(
        ProblemType.PAYLOAD_TOO_LARGE,
        () ->
            as(support)
                .post(
                    "/tickets",
                    ServerFixture.ticketBody(employee).put("description", "x".repeat(1 << 20))));
    mistakes.put(ProblemType.URI_TOO_LONG, () -> as(admin).get("/users?q=" + "x".repeat(9_000)));
    mistakes.put(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        () -> as(admin).with("Content-Type", "text/plain").send("POST", "/tickets", "{}"));
    mistakes.put(
        ProblemType.UNKNOWN_FIELD, () -> as(support).patch(ticket, Json.object("colour", "blue")));
    mistakes.put(
        ProblemType.READ_ONLY, () -> as(support).patch(ticket, Json.object("created_at", "never")));
    mistakes.put(ProblemType.VALIDATION_FAILED, () -> as(support).post("/tickets", Json.object()));
    mistakes.put(
        ProblemType.ILLEGAL_MERGE,
        () -> {
          String unmerged = "/tickets/" + given.ticket(support);
          long itself = as(support).get(unmerged).id();
          return as(support).post(unmerged + "/merge", Json.object().put("into", itself));
        });
    mistakes.put(
        ProblemType.ERASED,
        () -> {
          String person = "/employees/" + given.employee();
          String token =
              as(admin)
                  .post(person + "/erasure", Json.object())
                  .expect(202)
                  .text("confirmation_token");
          as(admin).post(person + "/erasure", Json.object("confirmation_token", token)).expect(200);
          return as(admin).patch(person, Json.object("city", "Lviv"));
        });
    mistakes.put(
        ProblemType.BULK_FAILED,
        () -> {
          ObjectNode bulk = Json.object("atomic", true);
          bulk.putArray("operations").add(Json.object("op", "delete").put("id", 999_999_999));
          return as(support).post("/tickets/bulk", bulk);
        });
    mistakes.put(
        ProblemType.TOO_MANY_LINKS,
        () -> {
          String links = "/tickets/" + given.ticket(support) + "/links/";
          ObjectNode related = Json.object("type", "related");
          for (int n = 0; n < 100; n++) {
            as(support).put(links + given.ticket(support), related).expect(201);
          }
          return as(support).put(links + given.ticket(support), related);
        });
    mistakes.put(
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        () -> {
          TestClient keyed = as(support).with("Idempotency-Key", "reused");
          keyed.post("/tickets", ServerFixture.ticketBody(employee)).expect(201);
          return keyed.post("/tickets", ServerFixture.ticketBody(employee).put("title", "Another"));
        });
    mistakes.put(
        ProblemType.HEADERS_TOO_LARGE,
        () -> as(admin).with("X-Large", "x".repeat(9_000)).get("/me"));
    return mistakes;
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsAnswered() {
    Map<ProblemType, Mistake> mistakes = mistakes();
    return Stream.of(ProblemType.values())
        .filter(type -> !ELSEWHERE.contains(type))
        .map(
            type ->
                dynamicTest(
                    type.code(),
                    () -> {
                      assertThat(mistakes).as("a mistake that leads to it").containsKey(type);
                      mistakes.get(type).make().expectProblem(type.status(), type.code());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyTypeResolvesToADescription() {
    return Stream.of(ProblemType.values())
        .map(type -> dynamicTest(type.code(), () -> checkDescription(type.code(), type.status())));
  }

  private void checkDescription(String code, int status) {
    String type = "/api/v1/problems/" + code;
    ServerResponse json = desk.atRoot().get(type).expect(200);
    assertThat(json.header("Content-Type")).isEqualTo("application/json");
    assertThat(json.text("type")).isEqualTo(type);
    assertThat(json.text("code")).isEqualTo(code);
    assertThat(json.json().path("status").intValue()).isEqualTo(status);
    assertThat(json.text("title")).isNotBlank();
    assertThat(json.text("meaning")).isNotBlank();
    ServerResponse page =
        desk.atRoot()
            .with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .get(type)
            .expect(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(page.text()).startsWith("<!doctype html>").contains(code, json.text("title"));
  }

  @Test
  void thereIsNoDescriptionOfWhatIsNoProblem() {
    desk.asNobody().get("/problems/unheard_of").expectProblem(404, "not_found");
  }

  @Test
  void theRequestIdIsTakenOverWhenItIsHarmless() {
    for (String id : new String[] {"a", "Abc-1_2.3", "x".repeat(64)}) {
      ServerResponse answer = as(admin).with("X-Request-Id", id).get("/tickets/999999999");
      assertThat(answer.expectProblem(404, "not_found").text("request_id")).isEqualTo(id);
      assertThat(as(admin).with("X-Request-Id", id).get("/me").header("X-Request-Id"))
          .isEqualTo(id);
    }
    for (String id : new String[] {"x".repeat(65), "a b", "<script>", "é"}) {
      ServerResponse answer = as(admin).with("X-Request-Id", id).get("/tickets/999999999");
      assertThat(answer.expectProblem(404, "not_found").text("request_id"))
          .isNotEqualTo(id)
          .matches("[A-Za-z0-9._-]{1,64}");
    }
  }

  /** Clients made from the document ask for no more than it says is answered. */
  @Test
  void whoTakesProblemsAloneMayDelete() {
    TestClient client = as(admin).with("Accept", "application/problem+json");
    String employee = "/employees/" + given.employee();

    client.delete(employee).expect(204);
    client.delete(employee).expectProblem(404, "not_found");
  }
}
