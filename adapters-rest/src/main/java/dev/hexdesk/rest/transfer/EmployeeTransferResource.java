package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.formats.CsvSchema;
import dev.hexdesk.rest.employee.EmployeeListParameters;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.RequestCost;
import dev.hexdesk.rest.limits.RequestCosts;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedImport;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
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
import org.jspecify.annotations.Nullable;

/** Employees by the file. */
@Path(ApiPaths.BASE + "/employees")
@Tag(name = "Employees")
@RequestCosts(RequestCost.TRANSFER)
public record EmployeeTransferResource(
    ExportEmployees export,
    ImportRows importRows,
    EmployeeRules rules,
    TransferBulkhead bulkhead,
    StreamingDownloads downloads) {
  // Described with the list, of which it is another form.
  @GET
  @Produces(TransferTypes.CSV_IF_ASKED_FOR)
  @Requires(Permission.EMPLOYEE_READ)
  @Hidden
  public Response export(
      @Auth Caller caller,
      @Context @Nullable HttpServletRequest request,
      @BeanParam EmployeeListParameters parameters) {
    parameters.requireNoPage();
    ExportEmployees.Query query =
        new ExportEmployees.Query(caller.actor(), parameters.filter(rules), parameters.sort());
    return CsvExport.answer(
        downloads,
        caller,
        request,
        CsvSchema.EMPLOYEES,
        Results.granted(export.export(query)),
        "employees.csv");
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
  @Requires(Permission.EMPLOYEE_IMPORT)
  @Operation(
      summary = "Import employees from a file",
      description =
          "All rows or none. A row with the `id` or `external_id` of an employee who is there"
              + " changes them; another one is a new employee. Columns: {columns of employees}."
              + " What a file has no column for stays as it is. Only administrators may set moments"
              + " of the past. Faults are told by line: `/12/phone` is in line 12.")
  @DocumentedAnswer(description = "What became of the rows.", body = ImportResponse.class)
  @DocumentedImport(
      exampleCsv =
          "external_id,first_name,last_name,phone,email\n"
              + "hr-1042,Ada,Byron,+4930123456,ada.byron@example.org\n")
  public Response importEmployees(
      @Auth Caller caller, @BeanParam ImportParameters parameters, InputStream body) {
    return ImportExecution.run(importRows, caller, parameters, body, bulkhead);
  }
}
