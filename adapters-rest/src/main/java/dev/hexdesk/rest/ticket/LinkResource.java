package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.LinkTickets;
import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.application.ticket.ShowLinks;
import dev.hexdesk.application.ticket.UnlinkTickets;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What tickets are to each other. */
@Path(ApiPaths.BASE + "/tickets/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record LinkResource(ShowLinks show, LinkTickets link, UnlinkTickets unlink) {
  @GET
  @Requires(Permission.TICKET_READ)
  @Operation(
      summary = "Show what a ticket is to others",
      description =
          "A link is seen from both its tickets: where one `blocks`, the other is `blocked_by` it;"
              + " where one `duplicates`, the other is `duplicated_by` it.")
  @DocumentedAnswer(description = "All links of the ticket.", body = LinkListResponse.class)
  public LinkListResponse showLinks(@Auth Caller caller, @PathParam("id") TicketId id) {
    return LinkListResponse.of(Results.found(show.show(new ShowLinks.Query(caller.actor(), id))));
  }

  @PUT
  @Path("/{other}")
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Say what a ticket is to another",
      description = "Two tickets have one link at most, which becomes the one that is said last.")
  @DocumentedAnswer(
      description = "The link, which was there before, as it is now.",
      body = LinkResponse.class)
  @DocumentedAnswer(status = 201, description = "The link as added.", body = LinkResponse.class)
  @DocumentedProblems({ProblemType.TICKET_MERGED, ProblemType.TOO_MANY_LINKS})
  public Response linkTickets(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      @PathParam("other") TicketId other,
      LinkRequest body) {
    LinkTickets.Command command = new LinkTickets.Command(caller.actor(), id, other, body.role());
    return switch (link.link(command)) {
      case LinkTickets.Result.Linked(LinkView seen, boolean added) ->
          Response.status(added ? Response.Status.CREATED : Response.Status.OK)
              .entity(LinkResponse.of(seen))
              .build();
      case LinkTickets.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case LinkTickets.Result.Unknown() -> throw ProblemException.notFound();
      case LinkTickets.Result.ToItself() ->
          throw ProblemException.invalidParameter("other", "must be another ticket");
      case LinkTickets.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
      case LinkTickets.Result.TooMany(TicketId full) ->
          throw ProblemException.of(
              ProblemType.TOO_MANY_LINKS,
              "Ticket %d has %d links already.".formatted(full.value(), LinkRole.MOST));
    };
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Path("/{other}")
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Say that a ticket has nothing to do with another",
      description = "Where there is no link, that is well, too.")
  @DocumentedAnswer(status = 204, description = "The tickets are not linked.")
  @DocumentedProblems(ProblemType.TICKET_MERGED)
  public Response unlinkTickets(
      @Auth Caller caller, @PathParam("id") TicketId id, @PathParam("other") TicketId other) {
    return switch (unlink.unlink(new UnlinkTickets.Command(caller.actor(), id, other))) {
      case UnlinkTickets.Result.Unlinked() -> Response.noContent().build();
      case UnlinkTickets.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case UnlinkTickets.Result.Unknown() -> throw ProblemException.notFound();
      case UnlinkTickets.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
    };
  }
}
