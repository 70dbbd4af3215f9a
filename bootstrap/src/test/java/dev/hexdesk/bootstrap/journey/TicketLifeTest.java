package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a ticket, from creation to deletion. */
class TicketLifeTest extends Journey {
  private static final String[] FIELDS =
      ("id title description status priority employee_id"
              + " owner_id assignee_id tags due_at first_responded_at resolved_at closed_at"
              + " merged_into external_id created_at updated_at")
          .split(" ");

  private static final List<String> STATUSES =
      List.of("new", "open", "pending", "resolved", "closed");

  private ServerResponse create(Person owner, ObjectNode body) {
    return as(owner).post("/tickets", body).expect(201);
  }

  @Test
  void isCreatedAtAnAddressThatResolvesAtOnce() {
    Person support = given.user("support");
    long employee = given.employee();

    ServerResponse created = create(support, ServerFixture.ticketBody(employee));

    assertThat(created.fieldNames()).containsExactly(FIELDS);
    assertThat(created.text("status")).isEqualTo("new");
    assertThat(created.text("priority")).isEqualTo("normal");
    assertThat(created.text("description")).isEqualTo("Second floor.\nFlames are blue.");
    assertThat(created.json().path("owner_id").longValue()).isEqualTo(support.id());
    assertThat(created.json().path("assignee_id").isNull()).isTrue();
    assertIsWhereItSays(created, "/tickets", given.support());
  }

  @Test
  void isFoundByEachFilter() {
    Person owner = given.user("support");
    Person assignee = given.user("manager");
    long employee = given.employee();
    ObjectNode body =
        ServerFixture.ticketBody(employee).put("status", "open").put("priority", "high");
    ServerResponse made = create(owner, body.put("assignee_id", assignee.id()));
    long id = made.id();
    String created = made.text("created_at");
    Map<String, Boolean> filters = new LinkedHashMap<>();
    filters.put("status=open", true);
    filters.put("status=new,open", true);
    filters.put("status=new,closed", false);
    filters.put("priority=high", true);
    filters.put("priority=low,normal,urgent", false);
    filters.put("owner=me", true);
    filters.put("owner=" + owner.id(), true);
    filters.put("owner=" + assignee.id(), false);
    filters.put("assignee=" + assignee.id(), true);
    filters.put("assignee=me", false);
    filters.put("assignee=none", false);
    filters.put(
        "created_after=2020-01-01T00:00:00Z&created_before=9998-01-01T00:00:00%2B01:00", true);
    filters.put("created_after=" + created, false);
    filters.put("updated_before=" + created, false);
    filters.put("updated_after=2020-01-01T00:00:00Z", true);

    filters.forEach(
        (filter, found) ->
            assertThat(
                    as(owner)
                        .get("/tickets?employee_id=" + employee + "&" + filter)
                        .expect(200)
                        .ids())
                .as(filter)
                .isEqualTo(found ? List.of(id) : List.of()));
    assertThat(as(assignee).get("/tickets?assignee=me").ids()).containsExactly(id);
    assertThat(as(owner).get("/tickets?owner=me").ids()).containsExactly(id);
  }

  @Test
  void isReplacedWithDefaultsForWhatIsLeftOut() {
    Person support = given.support();
    long employee = given.employee();
    ObjectNode body = ServerFixture.ticketBody(employee).put("priority", "urgent");
    ServerResponse created = create(support, body.put("assignee_id", support.id()));
    ObjectNode replacement = ServerFixture.ticketBody(employee).put("title", "Put out");

    ServerResponse replaced =
        as(given.manager()).put("/tickets/" + created.id(), replacement).expect(200);

    assertThat(replaced.text("title")).isEqualTo("Put out");
    assertThat(replaced.text("priority")).isEqualTo("normal");
    assertThat(replaced.json().path("assignee_id").isNull()).isTrue();
    assertThat(replaced.json().path("owner_id")).isEqualTo(created.json().path("owner_id"));
    assertThat(replaced.etag()).isNotEqualTo(created.etag());
    replacement.remove("employee_id");
    assertThat(
            as(support)
                .put("/tickets/" + created.id(), replacement.put("title", " "))
                .expectProblem(422, "validation_failed")
                .pointers())
        .containsExactlyInAnyOrder("/employee_id", "/title");
  }

  @ParameterizedTest(name = "from {0} only to {1}")
  @CsvSource({
    "new,      open pending resolved closed",
    "open,     pending resolved closed",
    "pending,  open resolved closed",
    "resolved, open closed",
    "closed,   open"
  })
  void movesWhereTheWorkflowLeadsAndNowhereElse(String from, String allowed) {
    Person support = given.support();
    long employee = given.employee();
    for (String to : STATUSES) {
      ServerResponse created =
          create(support, ServerFixture.ticketBody(employee).put("status", from));
      String path = "/tickets/" + created.id();

      ServerResponse moved = as(support).patch(path, Json.object("status", to));

      if (to.equals(from)) {
        assertThat(moved.expect(200).etag()).isEqualTo(created.etag());
        assertThat(moved.text("updated_at")).isEqualTo(created.text("updated_at"));
      } else if (List.of(allowed.split(" ")).contains(to)) {
        assertThat(moved.expect(200).text("status")).isEqualTo(to);
      } else {
        moved.expectProblem(409, "illegal_transition");
        assertThat(moved.json().path("allowed")).isEqualTo(Json.array(allowed.split(" ")));
        assertThat(as(support).get(path).text("status")).isEqualTo(from);
      }
    }
  }

  @Test
  void isGivenToWhoeverCanWorkOnItAndTakenAway() {
    Person support = given.user("support");
    String path = "/tickets/" + given.ticket(support);

    ServerResponse assigned =
        as(support).patch(path, Json.object().put("assignee_id", support.id())).expect(200);
    assertThat(assigned.json().path("assignee_id").longValue()).isEqualTo(support.id());
    ServerResponse freed =
        as(support).patch(path, Json.object().putNull("assignee_id")).expect(200);
    assertThat(freed.json().path("assignee_id").isNull()).isTrue();
    for (long unsuitable : new long[] {given.user().id(), 999_999_999, 0}) {
      as(support)
          .patch(path, Json.object().put("assignee_id", unsuitable))
          .expectProblem(422, "validation_failed");
    }
  }

  @Test
  void isGoneOnceDeleted() {
    Person support = given.support();
    String path = "/tickets/" + given.ticket(support);

    assertThat(as(support).delete(path).expect(204).body()).isEmpty();
    as(support).get(path).expectProblem(404, "not_found");
    as(support).patch(path, Json.object()).expectProblem(404, "not_found");
    as(support).delete(path).expectProblem(404, "not_found");
  }
}
