package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tickets are to each other. */
class LinkTest extends Journey {
  private JsonNode only(long ticket) {
    JsonNode items =
        as(given.support()).get("/tickets/" + ticket + "/links").expect(200).json().path("items");
    assertThat(items).hasSize(1);
    return items.path(0);
  }

  private List<String> actions(long ticket) {
    return as(admin)
        .get("/tickets/" + ticket + "/history")
        .json()
        .path("items")
        .findValuesAsText("action");
  }

  @Test
  void isSeenFromBothSidesUntilItIsTakenAway() {
    long fire = given.ticket(given.support());
    long smoke = given.ticket(given.support());
    String there = "/tickets/" + fire + "/links/" + smoke;
    String back = "/tickets/" + smoke + "/links/" + fire;
    TestClient as = as(given.support());
    String etag = as.get("/tickets/" + fire).etag();

    JsonNode linked = as.put(there, Json.object("type", "blocks")).expect(201).json();
    assertThat(as.put(there, Json.object("type", "blocks")).expect(200).json()).isEqualTo(linked);

    assertThat(only(fire)).isEqualTo(linked);
    assertThat(only(smoke).path("ticket_id").longValue()).isEqualTo(fire);
    assertThat(only(smoke).path("type").textValue()).isEqualTo("blocked_by");
    as.put(back, Json.object("type", "duplicates")).expect(200);
    assertThat(only(fire).path("type").textValue()).isEqualTo("duplicated_by");
    assertThat(as.get("/tickets/" + fire).etag()).isEqualTo(etag);
    as.delete(there).expect(204);
    as.delete(back).expect(204);
    assertThat(as.get("/tickets/" + fire + "/links").json().path("items")).isEmpty();
    assertThat(actions(fire)).containsExactly("created", "linked", "linked", "unlinked");
    assertThat(actions(smoke)).isEqualTo(actions(fire));
  }

  @Test
  void needsTwoTickets() {
    long fire = given.ticket(given.support());
    String links = "/tickets/" + fire + "/links/";
    TestClient as = as(given.support());

    as.put(links + fire, Json.object("type", "related")).expectProblem(422, "validation_failed");
    as.put(links + 999_999_999, Json.object("type", "related")).expectProblem(404, "not_found");
    as.delete(links + 999_999_999).expectProblem(404, "not_found");
    as.get("/tickets/999999999/links").expectProblem(404, "not_found");
  }

  @Test
  void twoWhoLinkTheSameTicketsAtOnceMakeOneLink() {
    long fire = given.ticket(admin);
    long smoke = given.ticket(admin);

    List<ServerResponse> answers =
        Together.all(
            10,
            n -> {
              String link =
                  n % 2 == 0
                      ? "/tickets/" + fire + "/links/" + smoke
                      : "/tickets/" + smoke + "/links/" + fire;
              return Together.insisting(() -> as(admin).put(link, Json.object("type", "related")));
            });

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(9);
    only(fire);
    assertThat(actions(smoke)).containsExactly("created", "linked");
  }
}
