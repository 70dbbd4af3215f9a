package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.formats.TransferFormat;
import dev.hexdesk.rest.request.Parameters;
import dev.hexdesk.rest.request.UnreadableBody;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
   * The rows of the body or of the file in it, in the format that its type names or, where it names
   * none, its beginning shows.
   *
   * @param stallTimeout how long is waited for a client who does not send a kibibyte a second
   */
  RowReader rows(InputStream body, Duration stallTimeout) {
    InputStream file = new MinimumRateInput(body, stallTimeout);
    MediaType type = Objects.requireNonNull(headers, "JAX-RS sets it").getMediaType();
    return refusing(
        MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
            ? rowsOfForm(file, type)
            : reader(TransferTypes.format(type), file));
  }

  /** Refuses a body that can't be read to its end, as whoever noticed that says. */
  private static RowReader refusing(RowReader file) {
    return (columns, rows, errors) -> {
      try {
        file.read(columns, rows, errors);
      } catch (UncheckedIOException broken) {
        throw broken.getCause() instanceof UnreadableBody body ? body.problem() : broken;
      }
    };
  }

  private static RowReader reader(Optional<TransferFormat> format, InputStream file) {
    return format.map(it -> it.reader(file)).orElseGet(() -> TransferFormat.readerByContent(file));
  }

  /** The rows of the file in a form, which says by its type or its name what it is. */
  private static RowReader rowsOfForm(InputStream form, MediaType type) {
    return (columns, rows, errors) -> {
      try {
        MultipartFile file = MultipartFile.open(form, type);
        Optional<TransferFormat> format =
            file.type()
                .flatMap(TransferTypes::format)
                .or(() -> file.fileName().flatMap(TransferFormat::ofFileName));
        reader(format, file).read(columns, rows, errors);
        file.finish();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }
}
