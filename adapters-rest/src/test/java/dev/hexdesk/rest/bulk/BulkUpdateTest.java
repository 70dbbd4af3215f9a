package dev.hexdesk.rest.bulk;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.application.bulk.BulkOperation;
import dev.hexdesk.application.bulk.BulkOutcome;
import dev.hexdesk.application.bulk.BulkUpdate;
import dev.hexdesk.application.bulk.BulkUpdate.Result;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.ticket.ReadOnlyTicketMembers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class BulkUpdateTest {
  private static final String THREE =
      """
      {"operations": [
        {"op": "update", "id": 301, "if_match": "\\"2\\"", "changes": {"priority": "high"}},
        {"op": "delete", "id": 302},
        {"op": "comment", "id": 301, "body": "It burns.", "visibility": "public"}]}
      """;
  private static final BulkOutcome UPDATED =
      new BulkOutcome.Updated(new ChangeTicket.Result.Changed(aTicket().withId(301).build()));
  private static final BulkOutcome DENIED =
      new BulkOutcome.Deleted(
          new DeleteTicket.Result.Refused(
              new Refusal.Denied(new MissingPermission(Permission.TICKET_DELETE))));
  private static final BulkOutcome UNSUITABLE =
      new BulkOutcome.Updated(new ChangeTicket.Result.UnsuitableAssignee());

  private final List<BulkUpdate.Command> commands = new ArrayList<>();
  private final List<TicketId> asked = new ArrayList<>();

  private TestResponse send(Result result, String body) {
    return Api.of(
            new BulkResource(
                command -> {
                  commands.add(command);
                  return result;
                },
                new ReadOnlyTicketMembers(
                    query -> {
                      asked.add(query.id());
                      return new ShowTicket.Result.Found(
                          aTicket().withId(query.id().value()).build());
                    },
                    (actor, tickets, wanted) -> ExpandedRelations.NONE),
                TestRules.ticketRules(),
                TestRules.commentRules()))
        .post("/api/v1/tickets/bulk")
        .as(SUPPORT)
        .json(body)
        .send();
  }

  private TestResponse refused(String body) {
    TestResponse answer = send(new Result.Done(List.of()), body);
    Assertions.assertThat(commands).isEmpty();
    return answer;
  }

  @Test
  void tellsOfEachWhatItWouldHaveBeenAnsweredByItself() {
    Comment comment =
        new Comment(
            new CommentId(501),
            new TicketId(301),
            Optional.empty(),
            "Olena",
            new CommentBody("It burns."),
            Visibility.PUBLIC,
            Version.FIRST,
            NOON,
            NOON);

    TestResponse answer =
        send(
            new Result.Done(
                List.of(
                    UPDATED,
                    DENIED,
                    new BulkOutcome.Commented(new AddComment.Result.Added(comment)))),
            THREE);

    assertThat(answer).hasStatus(207);
    JsonNode results = answer.json().path("results");
    Assertions.assertThat(results.path(0))
        .isEqualTo(TestResponse.json("{\"id\": 301, \"status\": 200, \"etag\": \"\\\"1\\\"\"}"));
    Assertions.assertThat(results.path(1).path("id").intValue()).isEqualTo(302);
    Assertions.assertThat(results.path(1).path("status").intValue()).isEqualTo(403);
    JsonNode problem = results.path(1).path("problem");
    Assertions.assertThat(problem.path("code").textValue()).isEqualTo("permission_denied");
    Assertions.assertThat(problem.path("permission").textValue()).isEqualTo("ticket:delete");
    Assertions.assertThat(problem.path("instance").textValue()).isEqualTo("/api/v1/tickets/302");
    Assertions.assertThat(results.path(2).path("status").intValue()).isEqualTo(201);
    Assertions.assertThat(results.path(2).path("etag").textValue()).isEqualTo("\"1\"");
    Assertions.assertThat(results.path(2).path("location").textValue())
        .endsWith("/api/v1/tickets/301/comments/501");
  }

  @Test
  void handsOverWhatWasSent() {
    send(new Result.Done(List.of(UPDATED, DENIED, UPDATED)), THREE);

    BulkUpdate.Command command = commands.getFirst();
    Assertions.assertThat(command.atomic()).isFalse();
    BulkOperation.Update update = (BulkOperation.Update) command.operations().getFirst();
    Assertions.assertThat(update.command().id()).isEqualTo(new TicketId(301));
    Assertions.assertThat(update.command().precondition().holdsFor(new Version(2))).isTrue();
    Assertions.assertThat(update.command().precondition().holdsFor(new Version(3))).isFalse();
    Assertions.assertThat(update.command().changes().priority().isMade()).isTrue();
    Assertions.assertThat(update.command().changes().title().isMade()).isFalse();
    BulkOperation.Comment comment = (BulkOperation.Comment) command.operations().getLast();
    Assertions.assertThat(comment.command().body()).isEqualTo(new CommentBody("It burns."));
    Assertions.assertThat(comment.command().precondition().holdsFor(new Version(7))).isTrue();
  }

  @Test
  void tellsOfWhichOperationNothingWasDone() {
    assertThat(
            send(new Result.Failed(1, DENIED), "{\"atomic\": true," + THREE.strip().substring(1)))
        .isProblem(ProblemType.BULK_FAILED)
        .hasFaults("/operations/1 permission_denied");
    assertThat(send(new Result.Failed(0, UNSUITABLE), THREE))
        .isProblem(ProblemType.BULK_FAILED)
        .hasFaults(
            "/operations/0 validation_failed", "/operations/0/changes/assignee_id unsuitable");
    Assertions.assertThat(commands.getFirst().atomic()).isTrue();
  }

  @Test
  void tellsWhatTheDatabaseDidNotAnswerTo() {
    TestResponse answer =
        send(new Result.Done(List.of(UPDATED, UNSUITABLE, new BulkOutcome.Unavailable())), THREE);

    JsonNode results = answer.json().path("results");
    Assertions.assertThat(results.findValuesAsText("pointer"))
        .containsExactly("/operations/1/changes/assignee_id");
    Assertions.assertThat(results.path(2).path("problem").path("code").textValue())
        .isEqualTo("unavailable");
  }

  @Test
  void namesAllFaultsOfAllOperationsAtOnce() {
    assertThat(
            refused(
                """
                {"why": 1, "operations": [
                  {"op": "update", "id": 0, "changes": {"title": "", "a/b~c": 1}},
                  {"op": "delete", "id": 1, "changes": {}, "body": "x", "if_match": "3"},
                  null,
                  {"op": "comment", "id": 1, "visibility": "secret", "colour": "blue"},
                  {"op": "steal"},
                  {"id": 1},
                  {"op": "update", "id": 1}]}
                """))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/why unknown_field",
            "/operations/0/changes/a~1b~0c unknown_field",
            "/operations/0/changes/title too_short",
            "/operations/0/id range",
            "/operations/1/if_match format",
            "/operations/1/body unknown_field",
            "/operations/1/changes unknown_field",
            "/operations/2 required",
            "/operations/3/colour unknown_field",
            "/operations/3/body required",
            "/operations/3/visibility unknown_value",
            "/operations/4/id required",
            "/operations/4/op unknown_value",
            "/operations/5/op required",
            "/operations/6/changes required");
  }

  private static String update(long id, String more) {
    return "{\"operations\": [{\"op\": \"update\", \"id\": " + id + ", " + more + "}]}";
  }

  @Test
  void refusesWhatIsReadOnlyWhereItSaysSomethingElse() {
    assertThat(refused(update(301, "\"changes\": {\"id\": 302, \"owner_id\": 999}")))
        .isProblem(ProblemType.READ_ONLY)
        .hasFaults(
            "/operations/0/changes/id read_only", "/operations/0/changes/owner_id read_only");
  }

  @Test
  void asksForNoTicketOfWhichNothingReadOnlyIsTold() {
    send(new Result.Done(List.of(UPDATED, DENIED, UPDATED)), THREE);

    Assertions.assertThat(asked).isEmpty();
  }

  @Test
  void takesFromOneToAHundred() {
    assertThat(refused("{}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/operations required");
    assertThat(refused("{\"operations\": []}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/operations too_few");
    assertThat(refused(deletions(101)))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/operations too_many");
    assertThat(send(new Result.Done(Collections.nCopies(100, DENIED)), deletions(100)))
        .hasStatus(207);
  }

  @Test
  void pointsAtWhatHasTheWrongType() {
    assertThat(refused("{\"operations\": [{\"op\": \"delete\", \"id\": \"1\"}]}"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("/operations/0/id type");
  }

  private static String deletions(int number) {
    return "{\"operations\": ["
        + String.join(", ", Collections.nCopies(number, "{\"op\": \"delete\", \"id\": 1}"))
        + "]}";
  }
}
