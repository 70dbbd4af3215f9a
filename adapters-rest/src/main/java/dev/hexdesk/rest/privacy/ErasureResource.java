package dev.hexdesk.rest.privacy;

import dev.hexdesk.application.privacy.EraseEmployee;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.rest.http.ApiPaths;
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

/** Taking away all that tells who an employee is. */
@Path(ApiPaths.BASE + "/employees/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
public record ErasureResource(EraseEmployee erase) {
  @POST
  @Requires(Permission.PRIVACY_ERASE)
  @Operation(
      summary = "Erase an employee for good",
      description =
          "In two steps. An empty object changes nothing and is answered with a token, good for ten"
              + " minutes; the token confirms it. Then the person's data are replaced, and their"
              + " names, phone number and e-mail address in the texts of their tickets, in the"
              + " comments and in the histories of these. Further words can be given, in both steps"
              + " the same; with them a person who is erased already can be erased again, where"
              + " somebody has written of them since.")
  @DocumentedAnswer(description = "Erased.", body = ErasureResponse.class)
  @DocumentedAnswer(
      status = 202,
      description = "Nothing is erased yet: send the token to confirm it.",
      body = ErasureAnnouncement.class)
  @DocumentedProblems(ProblemType.ERASED)
  public Response eraseEmployee(
      @Auth Caller caller,
      @PathParam("id") EmployeeId id,
      ErasureRequest body,
      @Context HttpHeaders headers) {
    EraseEmployee.Command command =
        body.toCommand(caller.actor(), id, ConditionalRequests.of(headers));
    return switch (erase.erase(command)) {
      case EraseEmployee.Result.ToBeConfirmed announced ->
          Response.accepted(ErasureAnnouncement.of(announced))
              .header(
                  HttpHeaders.ETAG,
                  ConditionalRequests.written(ConditionalRequests.tagOf(announced.version())))
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
      case EraseEmployee.Result.Erased erased ->
          ConditionalRequests.changed(erased.version(), ErasureResponse.of(erased));
      case EraseEmployee.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case EraseEmployee.Result.AlreadyErased() -> throw ProblemException.erased();
      case EraseEmployee.Result.WrongToken() ->
          throw ProblemException.invalidField(
              "confirmation_token",
              "unsuitable",
              "must be a token of the first step, with the same words, not used and not expired");
    };
  }
}
