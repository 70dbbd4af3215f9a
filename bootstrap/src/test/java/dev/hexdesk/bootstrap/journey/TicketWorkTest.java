package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a support desk does with a ticket all day. */
class TicketWorkTest extends Journey {
  @Test
  void aTicketIsTalkedAboutAndAnsweredAndItsHistoryTellsIt() {
    Person olena = given.user("support");
    String ticket = "/tickets/" + given.ticket(olena);

    long internal = comment(olena, ticket, "internal");
    ServerResponse untouched = as(olena).get(ticket).expect(200);
    assertThat(untouched.json().path("first_responded_at").isNull()).isTrue();
    assertThat(untouched.etag()).isEqualTo("\"1\"");
    ServerResponse created =
        as(olena).post(ticket + "/comments", commentBody("public")).expect(201);

    as(olena).get(pathOf(created.header("Location"))).expect(200);
    assertThat(as(olena).get(ticket).json().path("first_responded_at").isTextual()).isTrue();
    assertThat(bodies(olena, ticket)).hasSize(2);

    Person outsider = narrowed(olena, "tickets:read", "tickets:write");
    assertThat(bodies(outsider, ticket)).hasSize(1);
    assertThat(actions(outsider, ticket)).containsExactly("created", "comment_added");
    assertThat(actions(olena, ticket)).containsExactly("created", "comment_added", "comment_added");
    as(outsider).get(ticket + "/comments/" + internal).expectProblem(404, "not_found");
    as(outsider)
        .post(ticket + "/comments", commentBody("internal"))
        .expectProblem(403, "insufficient_scope");
  }

  @Test
  void aCommentIsCorrectedByItsAuthorAndDeletedByAnAdministrator() {
    Person olena = given.user("support");
    String ticket = "/tickets/" + given.ticket(olena);
    String comment = ticket + "/comments/" + comment(olena, ticket, "public");

    as(olena).patch(comment, Json.object("body", "Less")).expect(200);
    as(admin).patch(comment, Json.object("body", "Mine")).expectProblem(403, "permission_denied");
    as(olena).patch(comment, Json.object("visibility", "internal")).expectProblem(422, "read_only");
    as(olena).delete(comment).expectProblem(403, "permission_denied");
    as(admin).delete(comment).expect(204);

    assertThat(bodies(olena, ticket)).isEmpty();
    assertThat(actions(olena, ticket))
        .containsExactly("created", "comment_added", "comment_changed", "comment_deleted");
  }

  @Test
  void ofTwoWhoTakeATicketAtOnceOneGetsIt() {
    Person olena = given.user("support");
    Person taras = given.user("support");
    String ticket = "/tickets/" + given.ticket(admin);

    List<Integer> statuses =
        Together.all(
            List.of(() -> claim(olena, ticket).status(), () -> claim(taras, ticket).status()));

    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    as(admin).delete(ticket + "/assignee").expect(204);
    assertThat(as(admin).get(ticket).json().path("assignee_id").isNull()).isTrue();
  }

  @Test
  void nobodyIsGivenATicketWhoCannotWorkOnIt() {
    String assignee = "/tickets/" + given.ticket(admin) + "/assignee";

    for (long unsuitable : new long[] {given.userId(), 999_999_999}) {
      ServerResponse refused =
          as(admin)
              .put(assignee, Json.object().put("user_id", unsuitable))
              .expectProblem(422, "validation_failed");
      assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/user_id");
    }
  }

  @Test
  void aTicketIsFoundByItsTagsAndItsDueDate() {
    Person olena = given.user("support");
    String tag = "z" + ServerFixture.username();
    ObjectNode body = ServerFixture.ticketBody(given.employee());
    body.set("tags", Json.array(tag.toUpperCase(Locale.ROOT), "floor-2"));
    body.put("due_at", "2020-02-29T10:00:00+02:00");
    ServerResponse created = as(olena).post("/tickets", body).expect(201);

    assertThat(created.json().path("tags").valueStream().map(JsonNode::textValue))
        .containsExactly("floor-2", tag);
    assertThat(created.text("due_at")).isEqualTo("2020-02-29T08:00:00.000Z");
    assertThat(found(olena, "tag=" + tag + "&overdue=true")).containsExactly(created.id());
    assertThat(found(olena, "tag=" + tag + ",other&due_before=2020-03-01T00:00:00Z"))
        .containsExactly(created.id());
    assertThat(found(olena, "tag=" + tag + "&overdue=false")).isEmpty();
    assertThat(as(olena).get("/tags").expect(200).json().path("items"))
        .contains(Json.object("tag", tag).put("count", 1));

    as(olena).patch("/tickets/" + created.id(), Json.object("status", "resolved")).expect(200);

    assertThat(found(olena, "tag=" + tag + "&overdue=true")).isEmpty();
  }

  @Test
  void aTicketShowsWhomItNamesAsFarAsTheCallerMaySeeThem() {
    Person olena = given.user("support");
    String ticket = "/tickets/" + given.ticket(olena);
    String expanded = ticket + "?expand=employee,owner,assignee";

    JsonNode forSupport = as(olena).get(expanded).expect(200).json();
    assertThat(forSupport.at("/owner/username").asText()).isEqualTo(olena.username());
    assertThat(forSupport.path("owner").has("phone")).isFalse();
    assertThat(forSupport.at("/employee/last_name").isTextual()).isTrue();
    assertThat(forSupport.has("assignee")).isFalse();
    JsonNode forAdmin = as(admin).get(expanded).expect(200).json();
    assertThat(forAdmin.at("/owner/phone").isTextual()).isTrue();
    Person narrow = narrowed(olena, "tickets:read");
    assertThat(as(narrow).get(expanded).expect(200).json().path("employee"))
        .hasToString("{\"id\":" + forSupport.path("employee_id") + "}");
    JsonNode listed =
        as(olena).get("/tickets?owner=me&expand=owner").expect(200).json().at("/items/0");
    assertThat(listed.at("/owner/id").longValue()).isEqualTo(olena.id());
    as(olena).get(ticket + "?expand=boss").expectProblem(400, "malformed_request");
  }

  @Test
  void anExpandedTicketChangesWithWhomItNames() {
    Person olena = given.user("support");
    String ticket = "/tickets/" + given.ticket(olena) + "?expand=owner";
    String before = as(admin).get(ticket).expect(200).etag();
    assertThat(as(admin).get(ticket).etag()).isEqualTo(before);

    as(admin).patch("/users/" + olena.id(), Json.object("first_name", "Ґ")).expect(200);

    assertThat(as(admin).get(ticket).expect(200).etag()).isNotEqualTo(before);
  }

  @Test
  void aClientChoosesTheFieldsThatItWants() {
    Person olena = given.user("support");
    long ticket = given.ticket(olena);

    assertThat(as(olena).get("/tickets/" + ticket + "?fields=id,title").expect(200).json())
        .hasToString("{\"id\":" + ticket + ",\"title\":\"The printer is on fire\"}");
    assertThat(as(olena).get("/tickets?owner=me&fields=id&include_total=true").expect(200).json())
        .hasToString("{\"items\":[{\"id\":" + ticket + "}],\"next_cursor\":null,\"total\":1}");
    assertThat(as(admin).get("/users/" + olena.id() + "?fields=username").expect(200).json())
        .isEqualTo(Json.object("username", olena.username()));
    as(olena).get("/tickets?fields=id,secret").expectProblem(400, "malformed_request");
    as(olena).get("/employees?fields=password_hash").expectProblem(400, "malformed_request");
  }

  @Test
  void aHistoryOutlivesItsTicketForAdministrators() {
    Person olena = given.user("support");
    String ticket = "/tickets/" + given.ticket(olena);
    as(olena).delete(ticket).expect(204);

    as(olena).get(ticket + "/history").expectProblem(404, "not_found");
    assertThat(actions(admin, ticket)).containsExactly("created", "deleted");
  }

  private Person narrowed(Person person, String... scopes) {
    return person.bearing(
        desk.token(person.username(), person.password(), scopes).expect(200).text("access_token"));
  }

  private ServerResponse claim(Person person, String ticket) {
    return as(person)
        .with("If-Match", "\"1\"")
        .put(ticket + "/assignee", Json.object().put("user_id", person.id()));
  }

  private long comment(Person author, String ticket, String visibility) {
    return as(author).post(ticket + "/comments", commentBody(visibility)).expect(201).id();
  }

  private static ObjectNode commentBody(String visibility) {
    return Json.object("body", "It burns").put("visibility", visibility);
  }

  private List<String> bodies(Person reader, String ticket) {
    return texts(as(reader).get(ticket + "/comments").expect(200), "body");
  }

  private List<String> actions(Person reader, String ticket) {
    return texts(as(reader).get(ticket + "/history").expect(200), "action");
  }

  private List<Long> found(Person reader, String query) {
    return as(reader)
        .get("/tickets?" + query)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").longValue())
        .toList();
  }

  private static List<String> texts(ServerResponse page, String member) {
    return page.json().path("items").valueStream().map(it -> it.path(member).asText()).toList();
  }

  private static String pathOf(String location) {
    return location.substring(location.indexOf("/api/v1") + "/api/v1".length());
  }
}
