package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored on a person, handed out as one file. */
class PersonalDataTest extends Journey {
  private final ObjectNode body = ServerFixture.employeeBody();
  private long employee;
  private String path;

  @BeforeEach
  void addEmployee() {
    employee = as(admin).post("/employees", body).expect(201).id();
    path = "/employees/" + employee + "/personal-data";
  }

  private long ticket() {
    return as(admin).post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
  }

  private void comment(long ticket, String visibility) {
    as(admin)
        .post(
            "/tickets/" + ticket + "/comments",
            Json.object("body", "It is " + visibility).put("visibility", visibility))
        .expect(201);
  }

  @Test
  void handsOutAllThatIsStored() {
    long ticket = ticket();
    comment(ticket, "public");
    comment(ticket, "internal");
    long deleted = ticket();
    as(admin).delete("/tickets/" + deleted).expect(204);
    ticketOfSomebodyElse();

    ServerResponse answer = as(given.manager()).get(path).expect(200);

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"employee-" + employee + "-personal-data.json\"");
    JsonNode data = answer.json();
    assertThat(data.path("internal_included").asBoolean()).isTrue();
    assertThat(data.at("/employee/phone")).isEqualTo(body.path("phone"));
    assertThat(data.path("tickets")).hasSize(1);
    assertThat(data.at("/tickets/0/id").asLong()).isEqualTo(ticket);
    assertThat(data.path("comments")).hasSize(2);
    assertThat(data.path("history").findValuesAsText("action")).contains("created", "deleted");
    assertThat(data.path("history").findValuesAsText("ticket_id"))
        .containsOnly(Long.toString(ticket), Long.toString(deleted));
  }

  private void ticketOfSomebodyElse() {
    comment(given.ticket(given.admin()), "public");
  }

  @Test
  void keepsInternalCommentsFromTokensThatMayNotReadThem() {
    long ticket = ticket();
    comment(ticket, "internal");
    Person manager = given.manager();
    Person narrowed =
        desk.login(
            manager.username(),
            manager.password(),
            "employees:read",
            "employees:write",
            "tickets:read");

    ServerResponse answer = as(narrowed).get(path).expect(200);

    assertThat(answer.json().path("internal_included").asBoolean(true)).isFalse();
    assertThat(answer.json().path("comments")).isEmpty();
    assertThat(answer.text()).doesNotContain("internal\"", "comment_added");
  }

  @Test
  void isForThoseWhoMayErase() {
    as(given.support()).get(path).expectProblem(403, "permission_denied");
    as(given.manager()).get("/employees/999999999/personal-data").expectProblem(404, "not_found");
  }
}
