package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.MergeTickets;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Two tickets that turn out to be one. */
@Path(ApiPaths.BASE + "/tickets/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record MergeResource(MergeTickets merges) {
  @POST
  @Idempotent
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Merge a ticket into another",
      description =
          "All comments move to the other ticket as they are, and this one is closed: it shows"
              + " `merged_into` and can't be changed any more. `If-Match` is about this one, the"
              + " answer about the other.")
  @DocumentedAnswer(
      description = "The ticket in which the work goes on.",
      body = TicketResponse.class)
  @DocumentedProblems({ProblemType.TICKET_MERGED, ProblemType.ILLEGAL_MERGE})
  public Response mergeTicket(
      @Auth Caller caller,
      @PathParam("id") TicketId source,
      MergeRequest body,
      @Context HttpHeaders headers) {
    MergeTickets.Command command =
        new MergeTickets.Command(
            caller.actor(), source, ConditionalRequests.of(headers), body.target(), body.rule());
    return switch (merges.merge(command)) {
      case MergeTickets.Result.Merged(Ticket target) ->
          ConditionalRequests.changed(target.version(), TicketResponse.of(target));
      case MergeTickets.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case MergeTickets.Result.UnknownTarget() ->
          throw ProblemException.invalidField("into", "unknown", "must be a ticket's id");
      case MergeTickets.Result.AlreadyMerged(TicketId into) -> throw ProblemException.merged(into);
      case MergeTickets.Result.IntoItself() -> throw illegal("A ticket can't go on in itself.");
      case MergeTickets.Result.IntoMerged(TicketId into) ->
          throw illegal(
              "The other ticket was merged itself; its work goes on in ticket %d."
                  .formatted(into.value()));
      case MergeTickets.Result.OtherEmployee() ->
          throw illegal(
              ("The other ticket is for another employee. Say that this one duplicates it (PUT %s"
                      + " with {\"type\": \"duplicates\"}), or merge them all the same by"
                      + " \"allow_different_employee\": true.")
                  .formatted(linkOf(source, command.target())));
    };
  }

  private static String linkOf(TicketId source, TicketId target) {
    return "%s/tickets/%d/links/%d".formatted(ApiPaths.BASE, source.value(), target.value());
  }

  private static ProblemException illegal(String detail) {
    return ProblemException.of(ProblemType.ILLEGAL_MERGE, detail);
  }
}
