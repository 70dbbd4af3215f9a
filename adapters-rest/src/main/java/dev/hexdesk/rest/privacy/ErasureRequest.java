package dev.hexdesk.rest.privacy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.rest.json.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of an erasure. */
@Schema(name = "ErasureOrder", description = "A step of an erasure.")
public record ErasureRequest(
    @Schema(
            description = "What the first step gave; left out in the first step.",
            example = ErasureAnnouncement.EXAMPLE,
            pattern = "^[A-Za-z0-9_-]{43}$",
            maxLength = 43)
        @Nullable String confirmationToken,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  Optional<String> token() {
    Optional<String> given = Optional.ofNullable(confirmationToken);
    return new Fields(unknown).orRefuse(() -> given);
  }
}
