package dev.hexdesk.rest.bulk;

import dev.hexdesk.application.bulk.BulkUpdate;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import dev.hexdesk.rest.ticket.ReadOnlyTicketMembers;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Many changes of tickets in one request. */
@Path(ApiPaths.BASE + "/tickets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record BulkResource(
    BulkUpdate bulk,
    ReadOnlyTicketMembers readOnly,
    TicketRules ticketRules,
    CommentRules commentRules) {
  /** RFC 4918, section 11.1. */
  private static final int MULTI_STATUS = 207;

  @POST
  @Idempotent
  @Requires(
      value = {Permission.TICKET_UPDATE, Permission.TICKET_DELETE, Permission.COMMENT_CREATE},
      any = true)
  @Operation(
      summary = "Change, delete and comment on many tickets",
      description =
          "Each operation needs the permission that it needs by itself, and has a result of its"
              + " own. With `atomic`, all are done or none. What is wrong with the body itself is"
              + " told of all operations at once, and nothing is done then.")
  @DocumentedAnswer(
      status = 207,
      description = "What came of each operation, in their order.",
      body = BulkResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.BULK_FAILED})
  public Response workInBulk(@Auth Caller caller, BulkRequest body, @Context UriInfo uri) {
    BulkUpdate.Command command =
        new BulkReader(caller.actor(), readOnly, ticketRules, commentRules).read(body);
    BulkResponses answers = new BulkResponses(uri, command.operations());
    return switch (bulk.work(command)) {
      case BulkUpdate.Result.Done(var outcomes) ->
          Response.status(MULTI_STATUS).entity(answers.done(outcomes)).build();
      case BulkUpdate.Result.Failed(int index, var outcome) -> throw answers.failed(index, outcome);
    };
  }
}
