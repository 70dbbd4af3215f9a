package dev.hexdesk.rest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.rest.problem.Problem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of several operations, as clients read it. */
@Schema(name = "BulkResults", description = "What came of each operation, in their order.")
public record BulkResponse(@ArraySchema(maxItems = BulkRequest.MOST) List<Result> results) {

  /** The outcome of one operation. */
  @Schema(
      name = "BulkResult",
      description = "What the operation would have been answered by itself.",
      example = "{\"id\": 301, \"status\": 200, \"etag\": \"\\\"4\\\"\"}")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      @Schema(description = "The ticket, as it was sent.", example = "301", minimum = "1") long id,
      @Schema(description = "The HTTP status.", example = "200", minimum = "200", maximum = "599")
          int status,
      @Schema(
              description = "The new version of the ticket, or the version of the comment.",
              pattern = "^\"[0-9A-Za-z_-]+\"$",
              maxLength = 64)
          @Nullable String etag,
      @Schema(description = "Where the new comment is.", pattern = "^[!-~]+$", maxLength = 10_000)
          @Nullable String location,
      @Nullable Problem problem) {}
}
