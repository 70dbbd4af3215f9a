package dev.hexdesk.rest.employee;

import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.employee.CreateEmployee;
import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.application.employee.ListEmployees;
import dev.hexdesk.application.employee.ShowEmployee;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.ticket.ExpandTickets;
import dev.hexdesk.application.ticket.HighlightTickets;
import dev.hexdesk.application.ticket.ListEmployeeTickets;
import dev.hexdesk.application.ticket.ListTickets;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets.EmployeeWithTickets;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.MediaTypes;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.json.FieldSelection;
import dev.hexdesk.rest.json.FieldValidator;
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
import dev.hexdesk.rest.ticket.TicketPage;
import dev.hexdesk.rest.ticket.TicketParameters;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people whom the department supports. */
@Path(ApiPaths.BASE + "/employees")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
public record EmployeeResource(
    UseCases use,
    EmployeeRules rules,
    TicketRules ticketRules,
    PageLimits limits,
    InstantSource clock) {
  /** What the resource calls. */
  public record UseCases(
      CreateEmployee create,
      ShowEmployee show,
      ShowEmployeeWithTickets showWithTickets,
      ListEmployees list,
      ListEmployeeTickets listTickets,
      HighlightTickets highlight,
      ExpandTickets relate,
      ChangeEmployee change,
      DeleteEmployee delete) {
    /**
     * @param tickets shows those of an employee
     */
    public static <
            E extends
                CreateEmployee & ShowEmployee & ListEmployees & ChangeEmployee & DeleteEmployee,
            T extends ShowEmployeeWithTickets & ListEmployeeTickets & HighlightTickets>
        UseCases of(E employees, T tickets, ExpandTickets relate) {
      return new UseCases(
          employees, employees, tickets, employees, tickets, tickets, relate, employees, employees);
    }
  }

  @POST
  @Idempotent
  @Requires(Permission.EMPLOYEE_CREATE)
  @Operation(summary = "Create an employee")
  @DocumentedAnswer(
      status = 201,
      description = "The employee as created.",
      body = EmployeeResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS})
  public Response createEmployee(@Auth Caller caller, EmployeeRequest body, @Context UriInfo uri) {
    CreateEmployee.Command command =
        new CreateEmployee.Command(caller.actor(), body.profile(rules, today()));
    return switch (use.create().create(command)) {
      case CreateEmployee.Result.Created(Employee employee) ->
          ConditionalRequests.created(
              uri, employee.id().value(), employee.version(), EmployeeResponse.of(employee));
      case CreateEmployee.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case CreateEmployee.Result.AlreadyExists(String field) ->
          throw ProblemException.alreadyExists(field);
    };
  }

  @GET
  @FastPath
  @Requires(Permission.EMPLOYEE_READ)
  @Operation(
      summary = "List employees",
      description =
          "With `Accept: text/csv` all that match come as one file (RFC 4180, UTF-8), without"
              + " pages: `limit`, `cursor` and `include_total` are refused then. A cell that a"
              + " spreadsheet would run begins with an apostrophe, which an import takes off"
              + " again.")
  @DocumentedAnswer(
      description = "A page of employees; or, as CSV, all that match.",
      body = EmployeePage.class,
      orCsv = true)
  public Response listEmployees(@Auth Caller caller, @BeanParam EmployeeListParameters parameters) {
    ListEmployees.Query query =
        new ListEmployees.Query(
            caller.actor(), parameters.filter(rules), parameters.sort(), parameters.page(limits));
    return parameters.answer(
        Results.granted(use.list().list(query)),
        EmployeeResponse.class,
        EmployeeResponse::of,
        EmployeePage::new);
  }

  @GET
  @FastPath
  @Path(ApiPaths.ID)
  @Requires(Permission.EMPLOYEE_READ)
  @Operation(
      summary = "Read an employee",
      description = "Tickets are shown to those alone who may read tickets.")
  @DocumentedAnswer(description = "The employee.", body = EmployeeResponse.class)
  public Response getEmployee(
      @Auth Caller caller,
      @PathParam("id") EmployeeId id,
      @QueryParam("expand")
          @Parameter(
              description = "Shows the employee's newest tickets, at most 20.",
              schema = @Schema(allowableValues = "tickets"))
          @Nullable String expand,
      @QueryParam("fields") @FieldsParameter @Nullable String fields,
      @Context HttpHeaders headers) {
    FieldSelection selection = FieldSelection.of(fields, EmployeeResponse.class);
    boolean withTickets = Parameters.word("expand", expand, List.of("tickets")).isPresent();
    return withTickets
        ? showWithTickets(Results.found(readWithTickets(caller, id)), selection, headers)
        : showAlone(Results.found(read(caller, id)), selection, headers);
  }

  private ReadResult<Employee> read(Caller caller, EmployeeId id) {
    return use.show().show(new ShowEmployee.Query(caller.actor(), id));
  }

  private ReadResult<EmployeeWithTickets> readWithTickets(Caller caller, EmployeeId id) {
    return use.showWithTickets().show(new ShowEmployeeWithTickets.Query(caller.actor(), id));
  }

  private static Response showAlone(
      Employee employee, FieldSelection selection, HttpHeaders headers) {
    return ConditionalRequests.read(
        headers,
        ConditionalRequests.tagOf(employee.version()),
        selection.of(EmployeeResponse.of(employee)));
  }

  /** It is another representation, which changes with the tickets. */
  private static Response showWithTickets(
      EmployeeWithTickets shown, FieldSelection selection, HttpHeaders headers) {
    return ConditionalRequests.read(
        headers,
        ConditionalRequests.tagOf(shown.employee().version(), versions(shown.tickets())),
        selection.of(EmployeeResponse.of(shown.employee(), shown.tickets())));
  }

  private static String versions(List<Ticket> tickets) {
    return tickets.stream()
        .map(ticket -> ticket.id().value() + "." + ticket.version().number())
        .collect(Collectors.joining(" "));
  }

  @GET
  @Path("/{id}/tickets")
  @Requires({Permission.EMPLOYEE_READ, Permission.TICKET_READ})
  @Operation(summary = "List an employee's tickets")
  @DocumentedAnswer(description = "A page of tickets.", body = TicketPage.class)
  public Response listEmployeeTickets(
      @Auth Caller caller, @PathParam("id") EmployeeId id, @BeanParam TicketParameters parameters) {
    ListTickets.Query tickets =
        new ListTickets.Query(
            caller.actor(),
            parameters.filter(caller.actor(), ticketRules, clock.instant()),
            parameters.sort(),
            parameters.page(limits));
    var page = Results.found(use.listTickets().list(new ListEmployeeTickets.Query(id, tickets)));
    return parameters.answer(caller, page, use.relate(), use.highlight());
  }

  @PUT
  @Path(ApiPaths.ID)
  @Requires(Permission.EMPLOYEE_UPDATE)
  @Operation(
      summary = "Replace an employee",
      description =
          "An optional field that is left out is cleared. What was read can be sent back as a"
              + " whole: members that can't be written are let pass where they say what is so.")
  @DocumentedAnswer(description = "The employee as replaced.", body = EmployeeResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS, ProblemType.ERASED})
  public Response replaceEmployee(
      @Auth Caller caller,
      @PathParam("id") EmployeeId id,
      EmployeeRequest body,
      @Context HttpHeaders headers) {
    EmployeeProfile profile = body.profile(rules, today(), readOnly(caller, id, headers));
    return change(caller, id, EmployeeChanges.to(profile), headers);
  }

  @PATCH
  @Path(ApiPaths.ID)
  @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Requires(Permission.EMPLOYEE_UPDATE)
  @Operation(summary = "Change some of an employee's attributes")
  @DocumentedAnswer(description = "The employee as changed.", body = EmployeeResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS, ProblemType.ERASED})
  public Response changeEmployee(
      @Auth Caller caller,
      @PathParam("id") EmployeeId id,
      EmployeePatch body,
      @Context HttpHeaders headers) {
    return change(caller, id, body.changes(rules, today(), readOnly(caller, id, headers)), headers);
  }

  /** What clients can only read of it, and may send back as they read it. */
  private ReadOnlyMembers readOnly(Caller caller, EmployeeId id, HttpHeaders headers) {
    return ReadOnlyMembers.of(
        EmployeeResponse.class,
        members ->
            members.contains("tickets")
                ? presentWithTickets(caller, id, headers)
                : present(caller, id, headers));
  }

  private Optional<EmployeeResponse> present(Caller caller, EmployeeId id, HttpHeaders headers) {
    return Results.readable(read(caller, id))
        .map(employee -> ConditionalRequests.required(headers, employee))
        .map(EmployeeResponse::of);
  }

  private Optional<EmployeeResponse> presentWithTickets(
      Caller caller, EmployeeId id, HttpHeaders headers) {
    return Results.readable(readWithTickets(caller, id))
        .map(
            shown ->
                EmployeeResponse.of(
                    ConditionalRequests.required(headers, shown.employee()), shown.tickets()))
        .or(() -> present(caller, id, headers));
  }

  private Response change(
      Caller caller, EmployeeId id, EmployeeChanges changes, HttpHeaders headers) {
    ChangeEmployee.Command command =
        new ChangeEmployee.Command(caller.actor(), id, ConditionalRequests.of(headers), changes);
    return switch (use.change().change(command)) {
      case ChangeEmployee.Result.Changed(Employee employee) ->
          ConditionalRequests.changed(employee.version(), EmployeeResponse.of(employee));
      case ChangeEmployee.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case ChangeEmployee.Result.Erased() -> throw ProblemException.erased();
      case ChangeEmployee.Result.Nameless() -> throw FieldValidator.nameless();
      case ChangeEmployee.Result.AlreadyExists(String field) ->
          throw ProblemException.alreadyExists(field);
    };
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Path(ApiPaths.ID)
  @Requires(Permission.EMPLOYEE_DELETE)
  @Operation(summary = "Delete an employee", description = "Tickets for the employee prevent it.")
  @DocumentedAnswer(status = 204, description = "The employee is deleted.")
  @DocumentedProblems(ProblemType.IN_USE)
  public Response deleteEmployee(
      @Auth Caller caller, @PathParam("id") EmployeeId id, @Context HttpHeaders headers) {
    DeleteEmployee.Command command =
        new DeleteEmployee.Command(caller.actor(), id, ConditionalRequests.of(headers));
    return switch (use.delete().delete(command)) {
      case DeleteEmployee.Result.Deleted() -> Response.noContent().build();
      case DeleteEmployee.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case DeleteEmployee.Result.InUse() ->
          throw ProblemException.of(
              ProblemType.IN_USE, "There are tickets for the employee; delete these first.");
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
