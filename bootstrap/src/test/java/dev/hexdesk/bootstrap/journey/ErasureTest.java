package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The erasure of an employee, by the role that the server has: it may add to histories and nothing
 * else.
 */
class ErasureTest extends Journey {
  private final ObjectNode body =
      ServerFixture.employeeBody()
          .put("last_name", "Ґалаґан-" + capitalized(ServerFixture.username()));
  private final String tag = "erasure-" + ServerFixture.username();
  private long employee;
  private String path;
  private long ticket;

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private String lastName() {
    return body.path("last_name").textValue();
  }

  @BeforeEach
  void addEmployeeWithTicket() {
    employee = as(admin).post("/employees", body).expect(201).id();
    path = "/employees/" + employee;
    ObjectNode work =
        ServerFixture.ticketBody(employee)
            .put("title", "Zoë can't log in")
            .put("description", "Call " + body.path("phone").textValue() + ", " + lastName());
    work.set("tags", Json.array(tag));
    ticket = as(given.support()).post("/tickets", work).expect(201).id();
    for (String visibility : List.of("public", "internal")) {
      comment("Asked " + lastName().toUpperCase(Locale.ROOT), visibility);
    }
    as(given.support()).patch("/tickets/" + ticket, Json.object("status", "resolved")).expect(200);
  }

  private void comment(String text, String visibility) {
    as(given.support())
        .post(
            "/tickets/" + ticket + "/comments",
            Json.object("body", text).put("visibility", visibility))
        .expect(201);
  }

  private ServerResponse announce() {
    return as(admin).post(path + "/erasure", Json.object()).expect(202);
  }

  private ServerResponse confirm(Person person, String token) {
    return as(person).post(path + "/erasure", Json.object("confirmation_token", token));
  }

  private JsonNode statistics() {
    ServerResponse answer = as(given.support()).get("/tickets/stats?group_by=tag").expect(200);
    return Figures.of(tag, answer);
  }

  @Test
  void takesTwoStepsAndLeavesNoTrace() {
    JsonNode before = statistics();
    ServerResponse announced = announce();
    assertThat(announced.json().path("tickets").intValue()).isEqualTo(1);
    assertThat(announced.json().path("comments").intValue()).isEqualTo(2);
    assertThat(announced.header("Cache-Control")).isEqualTo("no-store");
    assertThat(as(admin).get(path).expect(200).etag()).isEqualTo(announced.etag());

    ServerResponse erased = confirm(admin, announced.text("confirmation_token")).expect(200);

    assertThat(erased.json().path("tickets").intValue()).isEqualTo(1);
    assertThat(erased.json().path("comments").intValue()).isEqualTo(2);
    assertThat(erased.json().path("history_entries").intValue()).isEqualTo(1);
    ServerResponse person = as(given.support()).get(path).expect(200);
    assertThat(person.etag()).isEqualTo(erased.etag());
    assertThat(person.text("first_name")).isEqualTo("Erased");
    assertThat(person.text("email")).isEqualTo("erased-" + employee + "@invalid");
    assertThat(person.text("erased_at")).isEqualTo(erased.text("erased_at"));
    assertThat(person.json().path("birthday").isNull()).isTrue();
    ServerResponse seen = as(given.support()).get("/tickets/" + ticket).expect(200);
    assertThat(seen.text("title")).isEqualTo("[erased] can't log in");
    assertThat(seen.text("description")).isEqualTo("Call [erased], [erased]");
    for (String below : List.of("/comments", "/history")) {
      String text = as(given.support()).get("/tickets/" + ticket + below).expect(200).text();
      assertThat(text).contains("[erased]").doesNotContainIgnoringCase(lastName());
    }
    assertThat(as(admin).get("/employees?q=" + TestClient.encoded(lastName())).expect(200).ids())
        .isEmpty();
    assertThat(as(admin).get("/tickets?q=" + TestClient.encoded(lastName())).expect(200).ids())
        .doesNotContain(ticket);
    assertThat(statistics()).isEqualTo(before);
  }

  @Test
  void isForGood() {
    String token = announce().text("confirmation_token");
    confirm(admin, token).expect(200);

    confirm(admin, token).expectProblem(409, "erased");
    as(admin).post(path + "/erasure", Json.object()).expectProblem(409, "erased");
    as(admin).patch(path, Json.object("city", "Львів")).expectProblem(409, "erased");
    as(admin).put(path, body).expectProblem(409, "erased");
    assertThat(
            as(admin)
                .post("/tickets", ServerFixture.ticketBody(employee))
                .expectProblem(422, "validation_failed")
                .pointers())
        .containsExactly("/employee_id");
    comment("Done.", "public");
  }

  @Test
  void takesAwayWhatSomebodyHasWrittenSince() {
    confirm(admin, announce().text("confirmation_token")).expect(200);
    String key = ServerFixture.username();
    as(given.support())
        .with("Idempotency-Key", key)
        .post(
            "/tickets/" + ticket + "/comments",
            Json.object("body", "Zoë " + lastName() + " called again.").put("visibility", "public"))
        .expect(201);
    as(given.support())
        .patch("/tickets/" + ticket, Json.object("title", lastName() + "'s keyboard"))
        .expect(200);
    as(given.support())
        .patch("/tickets/" + ticket, Json.object("title", "Keyboard of " + lastName()))
        .expect(200);
    ObjectNode words = Json.object();
    words.set("words", Json.array("Zoë", lastName()));
    ServerResponse before = as(admin).get(path).expect(200);

    ServerResponse announced = as(admin).post(path + "/erasure", words).expect(202);
    String token = announced.text("confirmation_token");
    confirm(admin, token).expectProblem(409, "erased");
    ServerResponse erased =
        as(admin).post(path + "/erasure", words.put("confirmation_token", token)).expect(200);

    assertThat(erased.json().path("tickets").intValue()).isEqualTo(1);
    assertThat(erased.json().path("comments").intValue()).isEqualTo(1);
    assertThat(erased.json().path("history_entries").intValue()).isEqualTo(2);
    assertThat(erased.text("erased_at")).isEqualTo(before.text("erased_at"));
    assertThat(as(admin).get(path).expect(200).etag()).isEqualTo(before.etag());
    for (String below : List.of("", "/comments", "/history")) {
      assertThat(as(given.support()).get("/tickets/" + ticket + below).expect(200).text())
          .contains("[erased]")
          .doesNotContainIgnoringCase(lastName());
    }
    assertThat(as(admin).get("/tickets?q=" + TestClient.encoded(lastName())).expect(200).ids())
        .doesNotContain(ticket);
    assertThat(
            as(given.support())
                .with("Idempotency-Key", key)
                .post(
                    "/tickets/" + ticket + "/comments",
                    Json.object("body", "Done.").put("visibility", "public"))
                .expect(201)
                .text())
        .contains("Done.");
  }

  @Test
  void takesNoWordsThatStandEverywhere() {
    ObjectNode words = Json.object();
    words.set("words", Json.array("x"));

    assertThat(
            as(admin)
                .post(path + "/erasure", words)
                .expectProblem(422, "validation_failed")
                .pointers())
        .containsExactly("/words");
    as(given.support()).post(path + "/erasure", words).expectProblem(403, "permission_denied");
  }

  @Test
  void needsATokenOfOnesOwn() {
    String token = announce().text("confirmation_token");

    for (ServerResponse refused :
        List.of(confirm(given.manager(), token), confirm(admin, "A".repeat(43)))) {
      assertThat(refused.expectProblem(422, "validation_failed").pointers())
          .containsExactly("/confirmation_token");
    }
    as(admin)
        .with("If-Match", "\"99\"")
        .post(path + "/erasure", Json.object("confirmation_token", token))
        .expectProblem(412, "precondition_failed");
    as(given.support())
        .post(path + "/erasure", Json.object())
        .expectProblem(403, "permission_denied");
    as(admin).post("/employees/999999999/erasure", Json.object()).expectProblem(404, "not_found");
    confirm(admin, token).expect(200);
  }

  @Test
  void makesImportsLeaveThePersonAlone() {
    confirm(admin, announce().text("confirmation_token")).expect(200);
    String name = ServerFixture.username();

    ServerResponse employees =
        Files.csv(
            as(admin),
            "/employees/import",
            "id,first_name,last_name,phone,email\r\n"
                + "%d,Zoë,%s,'%s,%s@example.com\r\n"
                    .formatted(employee, lastName(), ServerFixture.phone(), name));
    ServerResponse tickets = Files.csv(as(admin), "/tickets/import", Files.ticket("T", employee));

    assertThat(employees.expectProblem(422, "validation_failed").pointers())
        .containsExactly("/2/id");
    assertThat(tickets.expectProblem(422, "validation_failed").pointers())
        .containsExactly("/2/employee_id");
    assertThat(as(admin).get(path).expect(200).text("last_name")).isEqualTo("Person " + employee);
  }

  @Test
  void letsWhatWasExportedBeImportedAgain() {
    String before = exported();
    confirm(admin, announce().text("confirmation_token")).expect(200);
    String left = exported();
    String shown = as(admin).get(path).expect(200).text();

    assertThat(left).contains("Person " + employee);
    for (ServerResponse again :
        List.of(
            Files.csv(as(admin), "/employees/import", left),
            Files.ndjson(as(admin), "/employees/import", shown))) {
      assertThat(again.expect(200).json().path("unchanged").intValue()).isEqualTo(1);
    }
    for (String other :
        List.of(before, left.replace("Erased", "Zoë"), left.replace("Person", "Lee"))) {
      Files.csv(as(admin), "/employees/import", other).expectProblem(422, "validation_failed");
    }
    long another = as(admin).post("/employees", ServerFixture.employeeBody()).expect(201).id();
    String ofAnother = "id,first_name,last_name\r\n%1$d,Erased,Person %1$d\r\n".formatted(another);
    assertThat(Files.csv(as(admin), "/employees/import", ofAnother).pointers())
        .containsExactly("/2/id");
  }

  /** The names of columns, and the row of the employee. */
  private String exported() {
    return Files.export(as(admin), "/employees")
        .expect(200)
        .text()
        .lines()
        .filter(line -> line.startsWith("id,") || line.startsWith(employee + ","))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  @Test
  void forgetsAnswersThatAreKeptToBeGivenAgain() {
    ObjectNode another = ServerFixture.employeeBody();
    String key = ServerFixture.username();
    ServerResponse first =
        as(admin).with("Idempotency-Key", key).post("/employees", another).expect(201);
    path = "/employees/" + first.id();
    confirm(admin, announce().text("confirmation_token")).expect(200);

    ServerResponse again =
        as(admin).with("Idempotency-Key", key).post("/employees", another).expect(201);

    assertThat(again.id()).isNotEqualTo(first.id());
  }

  @Test
  void leavesNothingButThePseudonymInPersonalData() {
    confirm(admin, announce().text("confirmation_token")).expect(200);

    String file = as(admin).get(path + "/personal-data").expect(200).text();

    assertThat(file)
        .contains("Person " + employee, "[erased]")
        .doesNotContainIgnoringCase(lastName())
        .doesNotContain(body.path("phone").textValue(), body.path("email").textValue());
  }
}
