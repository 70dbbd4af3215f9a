package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.security.Caller;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Runs an import on a caller's behalf and answers what became of it. */
final class ImportExecution {
  private ImportExecution() {}

  static Response run(
      ImportRows use,
      Caller caller,
      ImportParameters parameters,
      InputStream body,
      TransferBulkhead bulkhead) {
    boolean dryRun = parameters.isDryRun();
    ImportRows.Command command =
        new ImportRows.Command(
            caller.actor(),
            caller.present(),
            parameters.rows(body, bulkhead.stallTimeout()),
            dryRun);
    return switch (bulkhead.pass(() -> use.importRows(command))) {
      case ImportRows.Result.Imported(var counts) ->
          Response.ok(ImportResponse.of(counts, dryRun)).build();
      case ImportRows.Result.Faulty(var errors) -> throw ImportProblem.of(errors);
      case ImportRows.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case ImportRows.Result.TokenVoid() -> throw ProblemException.invalidToken();
    };
  }
}
