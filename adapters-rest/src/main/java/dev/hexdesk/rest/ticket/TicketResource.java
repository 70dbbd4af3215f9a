package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.ticket.ExpandTickets;
import dev.hexdesk.application.ticket.ExpandableRelation;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.HighlightTickets;
import dev.hexdesk.application.ticket.ListTickets;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.MediaTypes;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.json.FieldSelection;
import dev.hexdesk.rest.json.FieldsParameter;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.request.Parameters;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The work of the department. */
@Path(ApiPaths.BASE + "/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record TicketResource(
    UseCases use, TicketRules rules, PageLimits limits, InstantSource clock) {
  /** What the resource calls. */
  public record UseCases(
      CreateTicket create,
      ShowTicket show,
      ListTickets list,
      HighlightTickets highlight,
      ExpandTickets relate,
      ChangeTicket change,
      DeleteTicket delete) {
    /**
     * @param tickets writes them
     * @param reads shows them
     */
    public static <
            T extends CreateTicket & ChangeTicket & DeleteTicket,
            R extends ShowTicket & ListTickets & HighlightTickets>
        UseCases of(T tickets, R reads, ExpandTickets relate) {
      return new UseCases(tickets, reads, reads, reads, relate, tickets, tickets);
    }
  }

  @POST
  @Idempotent
  @Requires(Permission.TICKET_CREATE)
  @Operation(summary = "Create a ticket", description = "The caller becomes its owner.")
  @DocumentedAnswer(
      status = 201,
      description = "The ticket as created.",
      body = TicketResponse.class)
  @DocumentedProblems(ProblemType.READ_ONLY)
  public Response createTicket(@Auth Caller caller, TicketRequest body, @Context UriInfo uri) {
    CreateTicket.Command command = new CreateTicket.Command(caller.actor(), body.details(rules));
    return switch (use.create().create(command)) {
      case CreateTicket.Result.Created(Ticket ticket) ->
          ConditionalRequests.created(
              uri, ticket.id().value(), ticket.version(), TicketResponse.of(ticket));
      case CreateTicket.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case CreateTicket.Result.UnknownEmployee() -> throw TicketResponses.unknownEmployee();
      case CreateTicket.Result.UnsuitableAssignee() -> throw TicketResponses.unsuitableAssignee();
      case CreateTicket.Result.CallerGone() -> throw ProblemException.invalidToken();
    };
  }

  @GET
  @FastPath
  @Requires(Permission.TICKET_READ)
  @Operation(
      summary = "List tickets",
      description =
          "With `Accept: text/csv` all that match come as one file (RFC 4180, UTF-8), without"
              + " pages: `limit`, `cursor` and `include_total` are refused then. A cell that a"
              + " spreadsheet would run begins with an apostrophe, which an import takes off again."
              + " It needs the permission `ticket:export`, too.")
  @DocumentedAnswer(
      description = "A page of tickets; or, as CSV, all that match.",
      body = TicketPage.class,
      orCsv = true)
  public Response listTickets(@Auth Caller caller, @BeanParam TicketListParameters parameters) {
    ListTickets.Query query =
        new ListTickets.Query(
            caller.actor(),
            parameters.filter(caller.actor(), rules, clock.instant()),
            parameters.sort(),
            parameters.page(limits));
    var page = Results.granted(use.list().list(query));
    return parameters.answer(caller, page, use.relate(), use.highlight());
  }

  @GET
  @FastPath
  @Path(ApiPaths.ID)
  @Requires(Permission.TICKET_READ)
  @Operation(summary = "Read a ticket")
  @DocumentedAnswer(description = "The ticket.", body = TicketResponse.class)
  public Response getTicket(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      @QueryParam("expand") @ExpandParameter @Nullable String expand,
      @QueryParam("fields") @FieldsParameter @Nullable String fields,
      @Context HttpHeaders headers) {
    Set<ExpandableRelation> wanted = Parameters.words("expand", expand, ExpandableRelation.class);
    FieldSelection selection = FieldSelection.of(fields, TicketResponse.class);
    Precondition unseen =
        wanted.isEmpty() ? ConditionalRequests.unseen(headers) : Precondition.NONE;
    return switch (use.show().show(new ShowTicket.Query(caller.actor(), id, unseen))) {
      case ShowTicket.Result.Found(Ticket ticket) -> {
        ExpandedRelations related = use.relate().relate(caller.actor(), List.of(ticket), wanted);
        TicketResponse shown = TicketResponse.showing(related).apply(ticket);
        yield ConditionalRequests.read(headers, tag(ticket, related), selection.of(shown));
      }
      case ShowTicket.Result.Unchanged(Version version) ->
          Response.notModified(ConditionalRequests.tagOf(version)).build();
      case ShowTicket.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case ShowTicket.Result.Unknown() -> throw ProblemException.notFound();
    };
  }

  /** With those whom it names it is another representation, which changes with them. */
  private static EntityTag tag(Ticket ticket, ExpandedRelations related) {
    if (related.wanted().isEmpty()) {
      return ConditionalRequests.tagOf(ticket.version());
    }
    List<String> versions = new ArrayList<>();
    related
        .employees()
        .values()
        .forEach(it -> versions.add("e" + it.id().value() + "." + it.version().number()));
    related
        .users()
        .values()
        .forEach(it -> versions.add("u" + it.id().value() + "." + it.version().number()));
    Collections.sort(versions);
    return ConditionalRequests.tagOf(
        ticket.version(),
        new TreeSet<>(related.wanted()) + " " + related.usersInFull() + " " + versions);
  }

  @PUT
  @Path(ApiPaths.ID)
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Replace a ticket",
      description =
          "An optional field that is left out gets its default. What was read can be sent back as"
              + " a whole: members that can't be written are let pass where they say what is so.")
  @DocumentedAnswer(description = "The ticket as replaced.", body = TicketResponse.class)
  @DocumentedProblems({
    ProblemType.READ_ONLY,
    ProblemType.ILLEGAL_TRANSITION,
    ProblemType.TICKET_MERGED
  })
  public Response replaceTicket(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      TicketRequest body,
      @Context HttpHeaders headers) {
    return change(
        caller, id, TicketChanges.to(body.details(rules, readOnly(caller, id, headers))), headers);
  }

  @PATCH
  @Path(ApiPaths.ID)
  @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Requires(Permission.TICKET_UPDATE)
  @Operation(
      summary = "Change some of a ticket's attributes",
      description =
          "From `new` a ticket moves to `open`, `pending`, `resolved` or `closed`; from `open` to"
              + " `pending`, `resolved` or `closed`; from `pending` to `open`, `resolved` or"
              + " `closed`; from `resolved` to `open` or `closed`; from `closed` to `open`.")
  @DocumentedAnswer(description = "The ticket as changed.", body = TicketResponse.class)
  @DocumentedProblems({
    ProblemType.READ_ONLY,
    ProblemType.ILLEGAL_TRANSITION,
    ProblemType.TICKET_MERGED
  })
  public Response changeTicket(
      @Auth Caller caller,
      @PathParam("id") TicketId id,
      TicketPatch body,
      @Context HttpHeaders headers) {
    return change(caller, id, body.changes(rules, readOnly(caller, id, headers)), headers);
  }

  private ReadOnlyMembers readOnly(Caller caller, TicketId id, HttpHeaders headers) {
    return new ReadOnlyTicketMembers(use.show(), use.relate())
        .of(caller.actor(), id, ConditionalRequests.of(headers));
  }

  private Response change(Caller caller, TicketId id, TicketChanges changes, HttpHeaders headers) {
    ChangeTicket.Command command =
        new ChangeTicket.Command(caller.actor(), id, ConditionalRequests.of(headers), changes);
    return TicketResponses.changed(use.change().change(command));
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Path(ApiPaths.ID)
  @Requires(Permission.TICKET_DELETE)
  @Operation(
      summary = "Delete a ticket",
      description =
          "Its comments go with it; administrators can still read its history. A ticket that others"
              + " were merged into stays.")
  @DocumentedAnswer(status = 204, description = "The ticket is deleted.")
  @DocumentedProblems({ProblemType.TICKET_MERGED, ProblemType.IN_USE})
  public Response deleteTicket(
      @Auth Caller caller, @PathParam("id") TicketId id, @Context HttpHeaders headers) {
    DeleteTicket.Command command =
        new DeleteTicket.Command(caller.actor(), id, ConditionalRequests.of(headers));
    return TicketResponses.deleted(use.delete().delete(command));
  }
}
