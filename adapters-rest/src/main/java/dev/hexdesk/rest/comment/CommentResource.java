package dev.hexdesk.rest.comment;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.comment.ChangeComment;
import dev.hexdesk.application.comment.DeleteComment;
import dev.hexdesk.application.comment.ListComments;
import dev.hexdesk.application.comment.ShowComment;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.MediaTypes;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.rest.paging.PlainPageParameters;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What is said about a ticket. */
@Path(ApiPaths.BASE + "/tickets/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public record CommentResource(UseCases use, CommentRules rules, PageLimits limits) {
  /** What the resource calls. */
  public record UseCases(
      AddComment add,
      ShowComment show,
      ListComments list,
      ChangeComment change,
      DeleteComment delete) {
    /**
     * @param comments writes them
     * @param reads shows them
     */
    public static <
            C extends AddComment & ChangeComment & DeleteComment,
            R extends ShowComment & ListComments>
        UseCases of(C comments, R reads) {
      return new UseCases(comments, reads, reads, comments, comments);
    }
  }

  @POST
  @Idempotent
  @Requires(Permission.COMMENT_CREATE)
  @Operation(
      summary = "Comment on a ticket",
      description =
          "The first public comment is the ticket's first response. An internal one needs the"
              + " permission `comment:read_internal`, too.")
  @DocumentedAnswer(
      status = 201,
      description = "The comment as added.",
      body = CommentResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.TICKET_MERGED})
  public Response addComment(
      @Auth Caller caller,
      @PathParam("id") TicketId ticket,
      CommentRequest body,
      @Context UriInfo uri) {
    CommentRequest.NewComment comment = body.comment(rules);
    AddComment.Command command =
        new AddComment.Command(
            caller.actor(), ticket, Precondition.NONE, comment.body(), comment.visibility());
    return CommentResponses.added(use.add().add(command), uri.getAbsolutePathBuilder());
  }

  @GET
  @Requires(Permission.COMMENT_READ)
  @Operation(
      summary = "List a ticket's comments",
      description = "Oldest first; internal ones are there for those who may read them.")
  @DocumentedAnswer(description = "A page of comments.", body = CommentPage.class)
  public Response listComments(
      @Auth Caller caller,
      @PathParam("id") TicketId ticket,
      @BeanParam PlainPageParameters parameters) {
    ListComments.Query query =
        new ListComments.Query(caller.actor(), ticket, parameters.page(limits));
    return parameters.answer(
        Results.found(use.list().list(query)),
        CommentResponse.class,
        CommentResponse::of,
        CommentPage::new);
  }

  @GET
  @Path("/{comment_id}")
  @Requires(Permission.COMMENT_READ)
  @Operation(summary = "Read a comment")
  @DocumentedAnswer(description = "The comment.", body = CommentResponse.class)
  public Response getComment(
      @Auth Caller caller,
      @PathParam("id") TicketId ticket,
      @PathParam("comment_id") CommentId id,
      @Context HttpHeaders headers) {
    Comment comment = Results.found(read(caller, ticket, id));
    return ConditionalRequests.read(
        headers, ConditionalRequests.tagOf(comment.version()), CommentResponse.of(comment));
  }

  @PATCH
  @Path("/{comment_id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Requires(Permission.COMMENT_CREATE)
  @Operation(
      summary = "Correct a comment",
      description =
          "Its author may, for a while after writing it; the ticket's history keeps what it said"
              + " before.")
  @DocumentedAnswer(description = "The comment as changed.", body = CommentResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.TICKET_MERGED, ProblemType.TOO_LATE})
  public Response changeComment(
      @Auth Caller caller,
      @PathParam("id") TicketId ticket,
      @PathParam("comment_id") CommentId id,
      CommentPatch body,
      @Context HttpHeaders headers) {
    ChangeComment.Command command =
        new ChangeComment.Command(
            caller.actor(),
            ticket,
            id,
            ConditionalRequests.of(headers),
            body.change(rules, readOnly(caller, ticket, id, headers)));
    return switch (use.change().change(command)) {
      case ChangeComment.Result.Changed(Comment comment) ->
          ConditionalRequests.changed(comment.version(), CommentResponse.of(comment));
      case ChangeComment.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case ChangeComment.Result.NotTheAuthor() ->
          throw ProblemException.reserved(
              Permission.COMMENT_CREATE, "Only its author may change a comment");
      case ChangeComment.Result.TooLate(var editableFor) ->
          throw ProblemException.of(
              ProblemType.TOO_LATE,
              "A comment can be changed for %d %s after it was written."
                  .formatted(
                      editableFor.toMinutes(), Plural.of(editableFor.toMinutes(), "minute")));
      case ChangeComment.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
    };
  }

  /** What clients can only read of it, and may send back as they read it. */
  private ReadOnlyMembers readOnly(
      Caller caller, TicketId ticket, CommentId id, HttpHeaders headers) {
    return ReadOnlyMembers.of(
        CommentResponse.class,
        members ->
            Results.readable(read(caller, ticket, id))
                .map(comment -> ConditionalRequests.required(headers, comment))
                .map(CommentResponse::of));
  }

  private ReadResult<Comment> read(Caller caller, TicketId ticket, CommentId id) {
    return use.show().show(new ShowComment.Query(caller.actor(), ticket, id));
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Path("/{comment_id}")
  @Requires(Permission.COMMENT_DELETE)
  @Operation(
      summary = "Delete a comment",
      description =
          "Administrators may, unless roles are granted otherwise; the ticket's history keeps"
              + " what it said.")
  @DocumentedAnswer(status = 204, description = "The comment is deleted.")
  @DocumentedProblems(ProblemType.TICKET_MERGED)
  public Response deleteComment(
      @Auth Caller caller,
      @PathParam("id") TicketId ticket,
      @PathParam("comment_id") CommentId id,
      @Context HttpHeaders headers) {
    DeleteComment.Command command =
        new DeleteComment.Command(caller.actor(), ticket, id, ConditionalRequests.of(headers));
    return switch (use.delete().delete(command)) {
      case DeleteComment.Result.Deleted() -> Response.noContent().build();
      case DeleteComment.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case DeleteComment.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
    };
  }
}
