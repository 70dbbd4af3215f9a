package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who works on a ticket: taking it, giving it, giving it back. */
@Path(ApiPaths.BASE + "/tickets/{id}/assignee")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record AssigneeResource(ChangeTicket change) {
  @PUT
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Give a ticket to a user",
      description =
          "With `If-Match`, of two who take the same ticket at once one gets it, and the other"
              + " hears that it was changed meanwhile.")
  @DocumentedAnswer(description = "The ticket as assigned.", body = TicketResponse.class)
  @DocumentedProblems(ProblemType.TICKET_MERGED)
  public Response assignTicket(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      AssigneeRequest body,
      @Context HttpHeaders headers) {
    return switch (give(caller, id, Optional.of(body.user()), headers)) {
      case ChangeTicket.Result.UnsuitableAssignee() ->
          throw TicketResponses.unsuitableAssignee("user_id");
      case ChangeTicket.Result other -> TicketResponses.changed(other);
    };
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.TICKET_UPDATE)
  @Operation(summary = "Take a ticket from whoever works on it")
  @DocumentedAnswer(status = 204, description = "Nobody works on the ticket.")
  @DocumentedProblems(ProblemType.TICKET_MERGED)
  public Response unassignTicket(
      @Auth Caller caller, @PathParam("id") TicketId id, @Context HttpHeaders headers) {
    TicketResponses.changed(give(caller, id, Optional.empty(), headers));
    return Response.noContent().build();
  }

  private ChangeTicket.Result give(
      Caller caller, TicketId id, Optional<UserId> user, HttpHeaders headers) {
    return change.change(
        new ChangeTicket.Command(
            caller.actor(), id, ConditionalRequests.of(headers), TicketChanges.ofAssignee(user)));
  }
}
