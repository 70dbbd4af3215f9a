package dev.hexdesk.rest.comment;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.comment.ChangeComment;
import dev.hexdesk.application.comment.DeleteComment;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CommentResourceTest {
  private static final String PATH = "/api/v1/tickets/301/comments";
  private static final Comment COMMENT =
      new Comment(
          new CommentId(501),
          new TicketId(301),
          Optional.of(new UserId(7)),
          "Олена Ґалаґан",
          new CommentBody("The toner is on its way."),
          Visibility.INTERNAL,
          new Version(3),
          NOON,
          NOON);
  private static final String READ =
      """
      {"id": 501, "ticket_id": 301, "author_id": 7, "author_name": "Олена Ґалаґан",
       "body": "The toner is on its way.", "visibility": "internal",
       "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z"}
      """;

  private final List<Object> asked = new ArrayList<>();
  private AddComment.Result adding = new AddComment.Result.Added(COMMENT);
  private ReadResult<Comment> showing = new ReadResult.Found<>(COMMENT);
  private ReadResult<Page<Comment>> listing = new ReadResult.Unknown<>();
  private ChangeComment.Result changing = new ChangeComment.Result.Changed(COMMENT);
  private DeleteComment.Result deleting = new DeleteComment.Result.Deleted();

  private final Api api =
      Api.of(
          new CommentResource(
              new CommentResource.UseCases(
                  command -> answer(command, () -> adding),
                  query -> answer(query, () -> showing),
                  query -> answer(query, () -> listing),
                  command -> answer(command, () -> changing),
                  command -> answer(command, () -> deleting)),
              TestRules.commentRules(),
              ServedDocument.LIMITS));

  private <R> R answer(Object question, Supplier<R> result) {
    asked.add(question);
    return result.get();
  }

  @Test
  void addsACommentAndTellsWhereItIs() {
    TestResponse answer = add("{\"body\": \"It\\nburns\", \"visibility\": \"internal\"}");

    assertThat(answer).hasStatus(201).hasJson(READ).hasHeader("ETag", "\"3\"");
    assertThat(answer.header("Location").orElseThrow()).endsWith(PATH + "/501");
    AddComment.Command command = (AddComment.Command) asked.getFirst();
    assertThat(command.ticket()).isEqualTo(new TicketId(301));
    assertThat(command.body().value()).isEqualTo("It\nburns");
    assertThat(command.visibility()).isEqualTo(Visibility.INTERNAL);
  }

  @Test
  void needsABodyAndAVisibility() {
    assertThat(add("{}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/body required", "/visibility required");
    assertThat(add("{\"body\": \" \", \"visibility\": \"secret\"}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/body blank", "/visibility unknown_value");
    assertThat(asked).isEmpty();
  }

  @Test
  void answersEachRefusalToAdd() {
    adding = new AddComment.Result.UnknownTicket();
    assertThat(addOne()).isProblem(ProblemType.NOT_FOUND);
    adding = new AddComment.Result.Merged(new TicketId(9));
    assertThat(addOne()).isProblem(ProblemType.TICKET_MERGED);
    adding = new AddComment.Result.CallerGone();
    assertThat(addOne()).isProblem(ProblemType.INVALID_TOKEN);
  }

  @Test
  void showsACommentUnlessTheClientHasIt() {
    assertThat(api.get(PATH + "/501").as(SUPPORT).send()).hasStatus(200).hasJson(READ);
    assertThat(api.get(PATH + "/501").as(SUPPORT).ifNoneMatch("\"3\"").send()).hasStatus(304);
    showing = new ReadResult.Unknown<>();
    assertThat(api.get(PATH + "/501").as(SUPPORT).send()).isProblem(ProblemType.NOT_FOUND);
    assertThat(api.get(PATH + "/0").as(SUPPORT).send()).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(api.get(PATH).as(SUPPORT).send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void changesTheBodyAlone() {
    assertThat(change("{\"body\": \"Less\"}")).hasStatus(200).hasJson(READ);
    assertThat(((ChangeComment.Command) asked.getFirst()).body())
        .isEqualTo(Change.to(new CommentBody("Less")));
    assertThat(change("{\"visibility\": \"neither\"}"))
        .isProblem(ProblemType.READ_ONLY)
        .hasFaults("/visibility read_only");
    assertThat(change("{\"body\": null}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/body required");
  }

  @Test
  void answersEachRefusalToChange() {
    changing = new ChangeComment.Result.NotTheAuthor();
    assertThat(change("{}")).isProblem(ProblemType.PERMISSION_DENIED);
    changing = new ChangeComment.Result.TooLate(Duration.ofMinutes(15));
    assertThat(change("{}")).isProblem(ProblemType.TOO_LATE);
    changing = new ChangeComment.Result.Merged(new TicketId(9));
    assertThat(change("{}")).isProblem(ProblemType.TICKET_MERGED);
    changing = new ChangeComment.Result.Refused(new Refusal.Unknown());
    assertThat(change("{}")).isProblem(ProblemType.NOT_FOUND);
    changing = new ChangeComment.Result.Refused(new Refusal.PreconditionFailed());
    assertThat(change("{}")).isProblem(ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void answersEachRefusalToDelete() {
    assertThat(delete()).hasStatus(204);
    deleting = new DeleteComment.Result.Refused(new Refusal.Unknown());
    assertThat(delete()).isProblem(ProblemType.NOT_FOUND);
    deleting = new DeleteComment.Result.Merged(new TicketId(9));
    assertThat(delete()).isProblem(ProblemType.TICKET_MERGED);
    deleting = new DeleteComment.Result.Refused(new Refusal.PreconditionFailed());
    assertThat(delete()).isProblem(ProblemType.PRECONDITION_FAILED);
    deleting =
        new DeleteComment.Result.Refused(
            new Refusal.Denied(new MissingPermission(Permission.COMMENT_DELETE)));
    assertThat(delete()).isProblem(ProblemType.PERMISSION_DENIED);
  }

  private TestResponse addOne() {
    return add("{\"body\": \"It burns\", \"visibility\": \"public\"}");
  }

  private TestResponse add(String body) {
    return api.post(PATH).as(SUPPORT).json(body).send();
  }

  private TestResponse change(String body) {
    return api.patch(PATH + "/501").as(SUPPORT).json(body).send();
  }

  private TestResponse delete() {
    return api.delete(PATH + "/501").as(ADMIN).send();
  }
}
