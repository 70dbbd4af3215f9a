package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many changes in one request. */
class BulkTest extends Journey {
  private static ObjectNode bulk(boolean atomic, ObjectNode... operations) {
    ObjectNode bulk = Json.object("atomic", atomic);
    ArrayNode list = bulk.putArray("operations");
    List.of(operations).forEach(list::add);
    return bulk;
  }

  private static ObjectNode update(long id, String title) {
    return Json.object("op", "update").put("id", id).set("changes", Json.object("title", title));
  }

  private static ObjectNode delete(long id) {
    return Json.object("op", "delete").put("id", id);
  }

  private static ObjectNode comment(long id) {
    return Json.object("op", "comment")
        .put("id", id)
        .put("body", "It burns.")
        .put("visibility", "internal");
  }

  private static ObjectNode assignToNobody(long id) {
    return Json.object("op", "update")
        .put("id", id)
        .set("changes", Json.object().put("assignee_id", 999_999_999));
  }

  private static List<Integer> statuses(ServerResponse answer) {
    return answer
        .json()
        .path("results")
        .valueStream()
        .map(result -> result.path("status").intValue())
        .toList();
  }

  @Test
  void eachStandsForItselfAndIsAnsweredAsByItself() {
    TestClient as = as(given.support());
    long fire = given.ticket(admin);
    long smoke = given.ticket(admin);
    String etag = as.get("/tickets/" + fire).etag();

    ServerResponse answer =
        as.post(
                "/tickets/bulk",
                bulk(
                    false,
                    update(fire, "Ash").put("if_match", etag),
                    update(fire, "Late").put("if_match", etag),
                    comment(fire),
                    assignToNobody(fire),
                    delete(smoke),
                    comment(smoke)))
            .expect(207);

    assertThat(statuses(answer)).containsExactly(200, 412, 201, 422, 204, 404);
    JsonNode results = answer.json().path("results");
    assertThat(results.findValuesAsText("code"))
        .contains("precondition_failed", "validation_failed", "not_found");
    assertThat(results.findValuesAsText("pointer"))
        .containsExactly("/operations/3/changes/assignee_id");
    assertThat(as.get("/tickets/" + fire).etag()).isEqualTo(results.path(0).path("etag").asText());
    as.get(results.path(2).path("location").textValue()).expect(200);
    as.get("/tickets/" + smoke).expect(404);
  }

  @Test
  void whatCanOnlyBeReadIsNoFaultOfAnOperationThatFailsForSomethingElse() {
    TestClient as = as(given.support());
    long fire = given.ticket(admin);
    ObjectNode late = update(fire, "Late").put("if_match", "\"7\"");
    ((ObjectNode) late.get("changes")).put("updated_at", "2001-01-01T00:00:00Z");
    ObjectNode gone = update(999_999_999, "Gone");
    ((ObjectNode) gone.get("changes")).put("id", fire);

    assertThat(statuses(as.post("/tickets/bulk", bulk(false, late, gone)).expect(207)))
        .containsExactly(412, 404);
  }

  @Test
  void allAreDoneOrNone() {
    TestClient as = as(given.support());
    long fire = given.ticket(admin);
    long smoke = given.ticket(admin);

    ServerResponse failed =
        as.post(
                "/tickets/bulk",
                bulk(true, update(fire, "Ash"), comment(fire), delete(smoke), delete(999_999_999)))
            .expectProblem(409, "bulk_failed");

    assertThat(failed.pointers()).containsExactly("/operations/3");
    assertThat(as.get("/tickets/" + fire).etag()).isEqualTo("\"1\"");
    assertThat(as.get("/tickets/" + fire + "/comments").ids()).isEmpty();
    as.get("/tickets/" + smoke).expect(200);
    ServerResponse done =
        as.post("/tickets/bulk", bulk(true, update(fire, "Ash"), comment(fire), delete(smoke)))
            .expect(207);
    assertThat(statuses(done)).containsExactly(200, 201, 204);
  }

  @Test
  void underAKeyItIsDoneOnceAndEachStillStandsForItself() {
    TestClient as = as(given.support()).with("Idempotency-Key", "bulk-" + ServerFixture.username());
    long fire = given.ticket(admin);
    ObjectNode bulk = bulk(false, assignToNobody(fire), delete(999_999_999), comment(fire));

    ServerResponse first = as.post("/tickets/bulk", bulk).expect(207);
    ServerResponse second = as.post("/tickets/bulk", bulk).expect(207);

    assertThat(statuses(first)).containsExactly(422, 404, 201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(as.get("/tickets/" + fire + "/comments").ids()).hasSize(1);
  }

  @Test
  void twoWhoWantTheSameTicketsInOtherOrdersGetThem() {
    List<Long> ids = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      ids.add(given.ticket(admin));
    }

    List<ServerResponse> answers =
        Together.all(
            8,
            n -> {
              List<Long> order = new ArrayList<>(ids);
              if (n % 2 == 0) {
                Collections.reverse(order);
              }
              var updates =
                  order.stream().map(id -> update(id, "Round " + n)).toArray(ObjectNode[]::new);
              return Together.insisting(() -> as(admin).post("/tickets/bulk", bulk(true, updates)));
            });

    assertThat(answers).extracting(ServerResponse::status).containsOnly(207);
    for (long id : ids) {
      assertThat(as(admin).get("/tickets/" + id).etag()).isEqualTo("\"9\"");
    }
  }
}
