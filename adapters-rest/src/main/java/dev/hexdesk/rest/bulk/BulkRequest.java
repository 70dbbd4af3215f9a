package dev.hexdesk.rest.bulk;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several operations in one request. */
@Schema(name = "Bulk", description = "Several things to be done.")
public record BulkRequest(
    @Schema(
            description = "Whether all shall be done or none; otherwise each stands for itself.",
            defaultValue = "false")
        @Nullable Boolean atomic,
    @Required
        @ArraySchema(
            arraySchema = @Schema(description = "Done one after the other."),
            minItems = 1,
            maxItems = MOST)
        @Nullable List<@Nullable BulkOperationRequest> operations,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {
  static final int MOST = 100;
}
