package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who shall work on a ticket. */
@Schema(name = "Assignee", description = "Who shall work on a ticket.")
public record AssigneeRequest(
    @Required
        @Schema(
            description = "A user who is not disabled and may change tickets.",
            example = "7",
            minimum = "1")
        @Nullable Long userId,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  UserId user() {
    FieldValidator fields = new FieldValidator(unknown);
    var checked =
        fields.present("user_id", userId, raw -> TicketFields.user(fields, "user_id", raw));
    return fields.orRefuse(checked);
  }
}
