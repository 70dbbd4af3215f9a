package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tickets that turn out to be one. */
class MergeTest extends Journey {
  private Person support;
  private long employee;
  private ServerResponse source;
  private ServerResponse target;

  @BeforeEach
  void reportTwice() {
    support = given.user("support");
    employee = given.employee();
    source = report();
    target = report();
  }

  private ServerResponse report() {
    return as(support).post("/tickets", ServerFixture.ticketBody(employee)).expect(201);
  }

  private static String path(ServerResponse ticket) {
    return "/tickets/" + ticket.id();
  }

  private static ObjectNode into(ServerResponse ticket) {
    return Json.object().put("into", ticket.id());
  }

  private static ObjectNode comment(String visibility) {
    return Json.object("body", "It burns.").put("visibility", visibility);
  }

  private List<String> actions(ServerResponse ticket) {
    return as(admin).get(path(ticket) + "/history").json().path("items").findValuesAsText("action");
  }

  @Test
  void goOnAsOneWithAllThatWasSaid() {
    JsonNode open =
        as(support).post(path(source) + "/comments", comment("public")).expect(201).json();
    JsonNode internal =
        as(support).post(path(source) + "/comments", comment("internal")).expect(201).json();
    String answered = as(support).get(path(source)).text("first_responded_at");

    ServerResponse merged = as(support).post(path(source) + "/merge", into(target)).expect(200);

    assertThat(merged.id()).isEqualTo(target.id());
    assertThat(merged.text("first_responded_at")).isEqualTo(answered);
    assertThat(as(support).get(path(target)).etag())
        .isEqualTo(merged.etag())
        .isNotEqualTo(target.etag());
    JsonNode closed = as(support).get(path(source)).json();
    assertThat(closed.path("status").textValue()).isEqualTo("closed");
    assertThat(closed.path("merged_into").longValue()).isEqualTo(target.id());
    assertThat(closed.path("closed_at").isNull()).isFalse();
    assertThat(as(support).get(path(source) + "/comments").ids()).isEmpty();
    JsonNode moved = as(support).get(path(target) + "/comments").json().path("items");
    assertThat(moved.findValuesAsText("visibility")).containsExactly("public", "internal");
    for (JsonNode then : List.of(open, internal)) {
      ObjectNode now =
          (ObjectNode)
              as(support).get(path(target) + "/comments/" + then.path("id")).expect(200).json();
      assertThat(now.put("ticket_id", source.id()).toString()).isEqualTo(then.toString());
    }
    assertThat(actions(source)).endsWith("comment_added", "comment_added", "merged");
    assertThat(actions(target)).containsExactly("created", "merged_from");
  }

  @Test
  void aMergedTicketIsNeverWrittenAgain() {
    long said = as(support).post(path(source) + "/comments", comment("public")).expect(201).id();
    as(support).post(path(source) + "/merge", into(target)).expect(200);
    TestClient as = as(admin);
    String etag = as.get(path(source)).etag();

    List.of(
            as.patch(path(source), Json.object("title", "Again")),
            as.put(path(source), ServerFixture.ticketBody(employee)),
            as.put(path(source) + "/assignee", Json.object().put("user_id", support.id())),
            as.delete(path(source) + "/assignee"),
            as.post(path(source) + "/comments", comment("internal")),
            as.post(path(source) + "/merge", into(report())),
            as.delete(path(source)))
        .forEach(answer -> answer.expectProblem(409, "ticket_merged"));
    as.delete(path(source) + "/comments/" + said).expectProblem(404, "not_found");
    assertThat(as.get(path(source)).etag()).isEqualTo(etag);
  }

  @Test
  void theTicketInWhichTheWorkGoesOnStays() {
    as(support).post(path(source) + "/merge", into(target)).expect(200);
    TestClient as = as(admin);

    as.delete(path(target)).expectProblem(409, "in_use");
    ObjectNode bulk = Json.object();
    bulk.putArray("operations").add(Json.object("op", "delete").put("id", target.id()));
    JsonNode result = as.post("/tickets/bulk", bulk).expect(207).json().path("results").path(0);

    assertThat(result.path("status").intValue()).isEqualTo(409);
    assertThat(result.path("problem").path("code").textValue()).isEqualTo("in_use");
    assertThat(as.get(path(source)).json().path("merged_into").longValue()).isEqualTo(target.id());
    assertThat(actions(target)).containsExactly("created", "merged_from");
  }

  @Test
  void goRoundInNoCircleAndMixNobodysTickets() {
    TestClient as = as(support);
    as.post(path(source) + "/merge", into(source)).expectProblem(409, "illegal_merge");
    ServerResponse ofAnother =
        as.post("/tickets", ServerFixture.ticketBody(given.employee())).expect(201);
    as.post(path(source) + "/merge", into(ofAnother)).expectProblem(409, "illegal_merge");
    as.put(path(source) + "/links/" + ofAnother.id(), Json.object("type", "duplicates"))
        .expect(201);
    as.with("If-Match", "\"7\"")
        .post(path(source) + "/merge", into(target))
        .expectProblem(412, "precondition_failed");
    as.post(path(source) + "/merge", into(target)).expect(200);
    assertThat(
            as.post(path(target) + "/merge", into(source))
                .expectProblem(409, "illegal_merge")
                .text("detail"))
        .contains("ticket " + target.id());
    assertThat(
            as.post(path(target) + "/merge", Json.object().put("into", 999_999_999))
                .expectProblem(422, "validation_failed")
                .pointers())
        .containsExactly("/into");
  }

  @Test
  void twoWhoMergeThemIntoEachOtherMakeOneOfThem() {
    for (int round = 0; round < 10; round++) {
      ServerResponse one = report();
      ServerResponse other = report();

      List<ServerResponse> answers =
          Together.all(
              List.of(
                  () -> as(support).post(path(one) + "/merge", into(other)),
                  () -> as(admin).post(path(other) + "/merge", into(one))));

      assertThat(answers).extracting(ServerResponse::status).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void whatTwoPeopleReportedGoesOnAsOneForWhoSaysSo() {
    long another = given.employee();
    ServerResponse theirs =
        as(support).post("/tickets", ServerFixture.ticketBody(another)).expect(201);

    as(support)
        .post(path(source) + "/merge", into(theirs).put("allow_different_employee", true))
        .expect(200);

    assertThat(as(support).get(path(theirs)).json().path("employee_id").longValue())
        .isEqualTo(another);
    assertThat(lastChange(theirs))
        .isEqualTo(List.of("merged_from_employee_id", String.valueOf(employee)));
    assertThat(lastChange(source))
        .isEqualTo(List.of("merged_into_employee_id", String.valueOf(another)));
  }

  private List<String> lastChange(ServerResponse ticket) {
    JsonNode items = as(admin).get(path(ticket) + "/history").json().path("items");
    JsonNode changes = items.path(items.size() - 1).path("changes");
    JsonNode last = changes.path(changes.size() - 1);
    return List.of(last.path("field").asText(), last.path("to").asText());
  }
}
