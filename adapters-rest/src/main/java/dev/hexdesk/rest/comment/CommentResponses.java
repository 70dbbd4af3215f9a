package dev.hexdesk.rest.comment;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.ConditionalRequests;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** What is answered to whoever comments, whichever way they do it. */
public final class CommentResponses {
  private CommentResponses() {}

  /**
   * @param comments the address of the ticket's comments
   */
  public static Response added(AddComment.Result result, UriBuilder comments) {
    return switch (result) {
      case AddComment.Result.Added(Comment added) ->
          ConditionalRequests.created(
              comments, added.id().value(), added.version(), CommentResponse.of(added));
      case AddComment.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case AddComment.Result.UnknownTicket() -> throw ProblemException.notFound();
      case AddComment.Result.PreconditionFailed() -> throw ProblemException.preconditionFailed();
      case AddComment.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
      case AddComment.Result.CallerGone() -> throw ProblemException.invalidToken();
    };
  }
}
