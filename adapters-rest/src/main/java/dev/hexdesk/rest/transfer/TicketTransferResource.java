package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.formats.CsvSchema;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.RequestCost;
import dev.hexdesk.rest.limits.RequestCosts;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedImport;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import dev.hexdesk.rest.ticket.TicketListParameters;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tickets by the file. */
@Path(ApiPaths.BASE + "/tickets")
@Tag(name = "Tickets")
@RequestCosts(RequestCost.TRANSFER)
public record TicketTransferResource(
    ExportTickets export,
    ImportRows importRows,
    TicketRules rules,
    TransferBulkhead bulkhead,
    StreamingDownloads downloads,
    InstantSource clock) {
  // Described with the list, of which it is another form.
  @GET
  @Produces(TransferTypes.CSV_IF_ASKED_FOR)
  @Requires({Permission.TICKET_READ, Permission.TICKET_EXPORT})
  @Hidden
  public Response export(
      @Auth Caller caller,
      @Context @Nullable HttpServletRequest request,
      @BeanParam TicketListParameters parameters) {
    parameters.requireNoPage();
    ExportTickets.Query query =
        new ExportTickets.Query(
            caller.actor(),
            parameters.filter(caller.actor(), rules, clock.instant()),
            parameters.sort());
    return CsvExport.answer(
        downloads,
        caller,
        request,
        CsvSchema.TICKETS,
        Results.granted(export.export(query)),
        "tickets.csv");
  }

  @POST
  @Path("/import")
  @Consumes({
    TransferTypes.CSV,
    TransferTypes.NDJSON,
    TransferTypes.UNSPECIFIED,
    MediaType.MULTIPART_FORM_DATA,
    TransferTypes.SYNONYMS
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Requires(Permission.TICKET_IMPORT)
  @Operation(
      summary = "Import tickets from a file",
      description =
          "All rows or none. A row with the `id` or `external_id` of a ticket that is there changes"
              + " it, to any status; another one is a new ticket. Columns:"
              + " {columns of tickets}. For whom a ticket is says one of `employee_id`,"
              + " `employee_external_id` and `employee_email`; who works on it, `assignee_id` or"
              + " `assignee`, a user name."
              + " What a file has no column for"
              + " stays as it is. Only administrators may set owners and moments of the past."
              + " Faults are told by line: `/12/title` is in line 12.")
  @DocumentedAnswer(description = "What became of the rows.", body = ImportResponse.class)
  @DocumentedImport(
      exampleCsv =
          "external_id,title,description,employee_id,tags\n"
              + "old-77,The printer is on fire,Flames are"
              + " blue.,12,printer\n")
  public Response importTickets(
      @Auth Caller caller, @BeanParam ImportParameters parameters, InputStream body) {
    return ImportExecution.run(importRows, caller, parameters, body, bulkhead);
  }
}
