package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that got no answer, and send the same again. */
class IdempotencyTest extends Journey {
  private static final int SENDERS = 50;

  private final String key = '"' + UUID.randomUUID().toString() + '"';

  private TestClient keyed(Person person) {
    return as(person).with("Idempotency-Key", key);
  }

  private ObjectNode body(String path) {
    return switch (path) {
      case "/users" -> ServerFixture.userBody("support");
      case "/employees" -> ServerFixture.employeeBody();
      default -> ServerFixture.ticketBody(given.employee());
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/employees", "/tickets"})
  void whatIsSentAgainIsDoneOnceAndAnsweredAlike(String path) {
    ObjectNode body = body(path);

    ServerResponse first = keyed(admin).post(path, body).expect(201);
    ServerResponse again = keyed(admin).post(path, body).expect(201);

    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.text()).isEqualTo(first.text());
    for (String header : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
      assertThat(again.header(header)).isEqualTo(first.header(header)).isNotEmpty();
    }
    assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    assertThat(as(admin).get(path + "/" + first.id()).expect(200).text()).isEqualTo(first.text());
  }

  @Test
  void ofFiftyWhoSendTheSameAtOnceOneTicketComes() {
    long employee = given.employee();
    ObjectNode body = ServerFixture.ticketBody(employee);

    List<ServerResponse> answers = Together.all(SENDERS, n -> keyed(admin).post("/tickets", body));

    for (ServerResponse answer : answers) {
      switch (answer.status()) {
        case 201 -> {}
        case 503 -> answer.expectProblem(503, "unavailable");
        default ->
            assertThat(answer.expectProblem(409, "idempotency_key_in_use").header("Retry-After"))
                .isEqualTo("1");
      }
    }
    ServerResponse last = keyed(admin).post("/tickets", body).expect(201);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.text()).isEqualTo(last.text()));
    assertThat(as(admin).get("/employees/" + employee + "/tickets").ids())
        .containsExactly(last.id());
  }

  @Test
  void aKeyStandsForOneBodyByteByByte() {
    ObjectNode body = body("/tickets");
    keyed(admin).post("/tickets", body).expect(201);

    keyed(admin)
        .post("/tickets", body.deepCopy().put("title", "Another one"))
        .expectProblem(422, "idempotency_key_reused");
    keyed(admin).send("POST", "/tickets", body + " ").expectProblem(422, "idempotency_key_reused");
    keyed(admin).post("/tickets", body).expect(201);
  }

  @Test
  void aKeyBelongsToItsUserAndItsPath() {
    ObjectNode body = body("/tickets");
    ServerResponse admins = keyed(admin).post("/tickets", body).expect(201);

    ServerResponse supports = keyed(given.support()).post("/tickets", body).expect(201);
    ServerResponse employee = keyed(admin).post("/employees", body("/employees")).expect(201);

    assertThat(supports.id()).isNotEqualTo(admins.id());
    assertThat(supports.text("owner_id")).isEqualTo(Long.toString(given.support().id()));
    assertThat(employee.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void whatWasRefusedIsTriedAgain() {
    ObjectNode first = body("/employees");
    ObjectNode body = body("/employees").put("phone", first.path("phone").textValue());
    long other = as(admin).post("/employees", first).expect(201).id();
    keyed(admin).post("/employees", body).expectProblem(409, "already_exists");
    as(admin).delete("/employees/" + other).expect(204);

    ServerResponse created = keyed(admin).post("/employees", body).expect(201);

    assertThat(created.header("Idempotency-Replayed")).isEmpty();
    assertThat(keyed(admin).post("/employees", body).expect(201).id()).isEqualTo(created.id());
  }

  @Test
  void anotherBodyIsTakenAfterARefusal() {
    keyed(admin)
        .post("/tickets", ServerFixture.ticketBody(Long.MAX_VALUE))
        .expectProblem(422, "validation_failed");

    keyed(admin).post("/tickets", body("/tickets")).expect(201);
  }

  @Test
  void whoLostThePermissionIsNotAnsweredAgain() {
    ObjectNode body = body("/employees");
    Person manager = demotedAfter("/employees", body);

    keyed(manager).post("/employees", body).expectProblem(403, "permission_denied");
    as(admin).patch("/users/" + manager.id(), Json.object("disabled", true)).expect(200);
    keyed(manager).post("/employees", body).expectProblem(403, "user_disabled");
  }

  @Test
  void whoLostWhatAnAnswerMayHaveShownIsNotAnsweredAgain() {
    ObjectNode body = body("/tickets");
    Person manager = demotedAfter("/tickets", body);

    keyed(manager).post("/tickets", body).expectProblem(403, "permission_denied");
    as(manager).post("/tickets", body).expect(201);
  }

  /** A manager who has made that, and is of the support since. */
  private Person demotedAfter(String path, ObjectNode body) {
    Person manager = given.user("manager");
    keyed(manager).post(path, body).expect(201);
    as(admin).patch("/users/" + manager.id(), Json.roles("support")).expect(200);
    return manager;
  }

  @Test
  void whatIsDeletedSinceDoesNotComeBack() {
    ObjectNode body = body("/tickets");
    long ticket = keyed(admin).post("/tickets", body).expect(201).id();
    as(admin).delete("/tickets/" + ticket).expect(204);

    assertThat(keyed(admin).post("/tickets", body).expect(201).id()).isEqualTo(ticket);
    as(admin).get("/tickets/" + ticket).expect(404);
  }

  @Test
  void aKeyIsTheSameWithItsQuotationMarksAndWithout() {
    ObjectNode body = body("/tickets");
    long ticket = keyed(admin).post("/tickets", body).expect(201).id();

    ServerResponse again =
        as(admin).with("Idempotency-Key", key.replace("\"", "")).post("/tickets", body).expect(201);

    assertThat(again.id()).isEqualTo(ticket);
  }
}
