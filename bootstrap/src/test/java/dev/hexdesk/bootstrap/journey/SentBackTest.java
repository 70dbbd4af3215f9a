package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that read a resource, change something, and send all of it back. */
class SentBackTest extends Journey {
  enum Kind {
    TICKET("title", "?expand=employee,owner,assignee"),
    EMPLOYEE("city", "?expand=tickets"),
    USER("first_name", "");

    private final String field;
    private final String whole;

    Kind(String field, String whole) {
      this.field = field;
      this.whole = whole;
    }
  }

  private String path(Kind kind) {
    long employee = given.employee();
    ObjectNode ticket =
        ServerFixture.ticketBody(employee).put("assignee_id", given.userId("admin"));
    long id = as(admin).post("/tickets", ticket).expect(201).id();
    return switch (kind) {
      case TICKET -> "/tickets/" + id;
      case EMPLOYEE -> "/employees/" + employee;
      case USER -> "/users/" + given.userId("support");
    };
  }

  @ParameterizedTest
  @EnumSource
  void mayHaveAllThatTheyRead(Kind kind) {
    String path = path(kind);
    ObjectNode read = (ObjectNode) as(admin).get(path + kind.whole).expect(200).json();

    ServerResponse replaced = as(admin).put(path, read.put(kind.field, "Changed")).expect(200);
    assertThat(replaced.text(kind.field)).isEqualTo("Changed");

    ObjectNode again = (ObjectNode) as(admin).get(path).expect(200).json();
    as(admin).patch(path, again.put(kind.field, "Again")).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void mayWriteMomentsInTheirOwnWayAndNullsForWhatWasNotShown(Kind kind) {
    String path = path(kind);
    ObjectNode read = (ObjectNode) as(admin).get(path).expect(200).json();
    String created = read.get("created_at").textValue().replace("Z", "123+00:00");
    read.put("created_at", created).remove("updated_at");
    for (String shownOnDemand : kind.whole.replace("?expand=", "").split(",")) {
      if (!shownOnDemand.isEmpty()) {
        read.putNull(shownOnDemand);
      }
    }

    as(admin).put(path, read).expect(200);
  }

  @Test
  void mayHaveWhatTheListTellsOfTheirSearch() {
    String word = ServerFixture.username();
    ObjectNode ticket = ServerFixture.ticketBody(given.employee()).put("title", "About " + word);
    long id = as(admin).post("/tickets", ticket).expect(201).id();
    ObjectNode read =
        (ObjectNode)
            as(admin).get("/tickets?highlight=true&q=" + word).expect(200).json().at("/items/0");
    assertThat(read.at("/highlights/title/0/start").intValue()).isEqualTo("About ".length());
    assertThat(read.at("/highlights/title/0/end").intValue())
        .isEqualTo("About ".length() + word.length());

    ServerResponse replaced = as(admin).put("/tickets/" + id, read).expect(200);
    assertThat(replaced.json().has("highlights")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void areToldWhatOfItTheyCannotWrite(Kind kind) {
    String path = path(kind);
    ServerResponse first = as(admin).get(path).expect(200);
    ObjectNode read = (ObjectNode) first.json();
    read.put("id", 1_000_000).put("created_at", "2001-01-01T00:00:00Z");

    ServerResponse refused = as(admin).put(path, read).expectProblem(422, "read_only");
    assertThat(refused.pointers()).containsExactly("/created_at", "/id");
    as(admin).patch(path, Json.object("updated_at", "x")).expectProblem(422, "read_only");
    assertThat(as(admin).get(path).expect(200).etag()).isEqualTo(first.etag());
  }

  @ParameterizedTest
  @EnumSource
  void hearOfAnotherVersionBeforeItsMoments(Kind kind) {
    String path = path(kind);
    ServerResponse first = as(admin).get(path).expect(200);
    as(admin).patch(path, Json.object(kind.field, "Meanwhile")).expect(200);

    as(admin)
        .with("If-Match", first.etag())
        .put(path, first.json())
        .expectProblem(412, "precondition_failed");
    as(admin).put(path, first.json()).expectProblem(422, "read_only");
  }

  @Test
  void mayHaveAllThatTheyReadAmongManyChanges() {
    long id = given.ticket(admin);
    ObjectNode read = (ObjectNode) as(admin).get("/tickets/" + id).expect(200).json();
    ObjectNode operation = Json.object("op", "update").put("id", id);
    operation.set("changes", read.put("title", "Changed"));
    ObjectNode bulk = Json.object("atomic", true);
    bulk.putArray("operations").add(operation);

    as(admin).post("/tickets/bulk", bulk).expect(207);
    assertThat(as(admin).get("/tickets/" + id).text("title")).isEqualTo("Changed");
    assertThat(as(admin).post("/tickets/bulk", bulk).expectProblem(422, "read_only").pointers())
        .containsExactly("/operations/0/changes/updated_at");
  }

  @Test
  void mayHaveACommentAsTheyReadIt() {
    long ticket = given.ticket(admin);
    ObjectNode body = Json.object("body", "First").put("visibility", "internal");
    String comments = "/tickets/" + ticket + "/comments";
    String path = comments + "/" + as(admin).post(comments, body).expect(201).id();
    ObjectNode read = (ObjectNode) as(admin).get(path).expect(200).json();

    as(admin).patch(path, read.put("body", "Second")).expect(200);
    as(admin).patch(path, Json.object("visibility", "public")).expectProblem(422, "read_only");
  }

  @Test
  void createNothingUnderAnIdOfTheirs() {
    ObjectNode body = ServerFixture.employeeBody().put("id", 7);

    assertThat(as(admin).post("/employees", body).expectProblem(422, "read_only").pointers())
        .containsExactly("/id");
    as(admin).post("/employees", body.putNull("id").putNull("erased_at")).expect(201);
  }
}
