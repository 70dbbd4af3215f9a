package dev.hexdesk.rest.privacy;

import dev.hexdesk.application.privacy.ShowPersonalData;
import dev.hexdesk.application.privacy.ShowPersonalData.PersonalData;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.RequestCost;
import dev.hexdesk.rest.limits.RequestCosts;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import dev.hexdesk.rest.transfer.StreamingDownloads;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** All that is stored on a person, to be handed to them. */
@Path(ApiPaths.BASE + "/employees/{id}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
@RequestCosts(RequestCost.TRANSFER)
public record PersonalDataResource(
    ShowPersonalData personalData, StreamingDownloads downloads, InstantSource clock) {
  @GET
  @Requires({
    Permission.PRIVACY_ERASE,
    Permission.EMPLOYEE_READ,
    Permission.TICKET_READ,
    Permission.COMMENT_READ
  })
  @Operation(
      summary = "Show all that is stored on an employee",
      description =
          "One file, however long: the employee, all tickets that are for them, the comments on"
              + " these and what happened to them. Internal comments are in it for those who may"
              + " read them. It is one moment's state.")
  @DocumentedAnswer(description = "The file.", body = PersonalDataResponse.class)
  public Response getPersonalData(
      @Auth Caller caller,
      @Context @Nullable HttpServletRequest request,
      @PathParam("id") EmployeeId id) {
    PersonalData found =
        Results.found(personalData.show(new ShowPersonalData.Query(caller.actor(), id)));
    return downloads
        .answer(
            caller,
            request,
            MediaType.APPLICATION_JSON,
            "employee-" + id.value() + "-personal-data.json",
            StreamingDownloads.Begin.LATER,
            out -> PersonalDataWriter.write(found, clock.instant(), out))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
