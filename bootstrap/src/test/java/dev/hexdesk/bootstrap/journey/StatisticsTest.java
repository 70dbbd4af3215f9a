package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Figures about tickets. */
class StatisticsTest extends Journey {
  private final String tag = "stats-" + ServerFixture.username();

  private long ticket() {
    ObjectNode body = ServerFixture.ticketBody(given.employee());
    body.set("tags", Json.array(tag));
    return as(given.support()).post("/tickets", body).expect(201).id();
  }

  private JsonNode figures(String besides) {
    ServerResponse answer =
        as(given.support()).get("/tickets/stats?group_by=tag" + besides).expect(200);
    return Figures.of(tag, answer);
  }

  @Test
  void countWhatIsThereAndHowLongItTook() {
    ticket();
    long resolved = ticket();
    as(given.support())
        .patch("/tickets/" + resolved, Json.object("status", "resolved"))
        .expect(200);

    JsonNode figures = figures("");

    assertThat(figures.path("count").intValue()).isEqualTo(2);
    assertThat(figures.path("period").isNull()).isTrue();
    assertThat(figures.at("/first_response/median_seconds").isNull()).isTrue();
    assertThat(figures.at("/resolution/p95_seconds").doubleValue()).isPositive();
    assertThat(figures("&per=week").path("period").asText()).matches("20..-..-..");
  }

  @Test
  void countDaysByTheCalendarOfAPlace() {
    String text = "Title " + tag;
    String row =
        Json.object("title", text)
            .put("description", text)
            .put("employee_id", given.employee())
            .put("created_at", "2026-03-02T07:30:00+09:00")
            .put("tags", tag)
            .toString();
    Files.ndjson(as(given.user("admin")), "/tickets/import", row).expect(200);
    String day = "&per=day&from=2026-02-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    assertThat(figures(day).path("period").asText()).isEqualTo("2026-03-01");
    assertThat(figures(day + "&time_zone=Asia/Tokyo").path("period").asText())
        .isEqualTo("2026-03-02");
    assertThat(
            figures(day.replace("day", "week") + "&time_zone=Asia/Tokyo").path("period").asText())
        .isEqualTo("2026-03-02");
    assertThat(figures(day.replace("day", "month")).path("period").asText())
        .isEqualTo("2026-03-01");
  }

  @Test
  void doNotTellOfInternalComments() {
    String comments = "/tickets/" + ticket() + "/comments";
    as(given.support())
        .post(comments, Json.object("body", "He is new.").put("visibility", "internal"))
        .expect(201);
    assertThat(figures("").at("/first_response/median_seconds").isNull()).isTrue();

    as(given.support())
        .post(comments, Json.object("body", "We are on it.").put("visibility", "public"))
        .expect(201);
    assertThat(figures("").at("/first_response/median_seconds").doubleValue()).isPositive();
  }

  @Test
  void areNoTicket() {
    as(given.support()).get("/tickets/stats").expectProblem(400, "malformed_request");
    as(given.support()).delete("/tickets/stats").expectProblem(405, "method_not_allowed");
    as(given.support()).get("/tickets/statistics").expectProblem(400, "malformed_request");
  }
}
