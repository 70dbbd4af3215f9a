package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file is to be imported. */
public final class ImportParameters {
  @Context private @Nullable HttpHeaders headers;

  @QueryParam("dry_run")
  @Parameter(
      description = "Whether the file is only tried: all is checked and nothing kept.",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  private @Nullable String dryRun;

  boolean isDryRun() {
    return Parameters.flag("dry_run", dryRun).orElse(false);
  }

  /**
   * The rows of the body, in the form that its type names or, where it names none, its beginning
   * shows.
   *
   * @param stallTimeout how long is waited for a client who does not send a kibibyte a second
   */
  RowReader rows(InputStream body, Duration stallTimeout) {
    InputStream file = new MinimumRateInput(body, stallTimeout);
    MediaType type = Objects.requireNonNull(headers, "JAX-RS sets it").getMediaType();
    return TransferFormat.ofType(type)
        .map(format -> format.reader(file))
        .orElseGet(() -> TransferFormat.readerByContent(file));
  }
}
