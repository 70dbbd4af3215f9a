package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ShowTicketHistory;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.rest.paging.PlainPageParameters;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What happened to a ticket. */
@Path(ApiPaths.BASE + "/tickets/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record TicketHistoryResource(ShowTicketHistory history, PageLimits limits) {
  @GET
  @Requires(Permission.TICKET_READ)
  @Operation(
      summary = "Read what happened to a ticket",
      description =
          "Oldest first. It stays when the ticket is deleted, and then administrators can read it."
              + " What concerns internal comments is shown to those who may read these.")
  @DocumentedAnswer(description = "A page of the history.", body = HistoryPage.class)
  public Response listTicketHistory(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      @BeanParam PlainPageParameters parameters) {
    ShowTicketHistory.Query query =
        new ShowTicketHistory.Query(caller.actor(), id, parameters.page(limits));
    return parameters.answer(
        Results.found(history.show(query)),
        HistoryEntryResponse.class,
        HistoryEntryResponse::of,
        HistoryPage::new);
  }
}
