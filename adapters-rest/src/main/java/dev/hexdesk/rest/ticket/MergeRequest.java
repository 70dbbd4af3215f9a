package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the work on a ticket shall go on. */
@Schema(name = "Merge", description = "Where the work on a ticket shall go on.")
public record MergeRequest(
    @Required
        @Schema(
            description =
                "Another ticket, of the same employee unless `allow_different_employee` is true.",
            example = "302",
            minimum = "1")
        @Nullable Long into,
    @Schema(
            description =
                "Lets the work go on in a ticket of another employee; the history of both tells.",
            defaultValue = "false")
        @Nullable Boolean allowDifferentEmployee,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  TicketId target() {
    FieldValidator fields = new FieldValidator(unknown);
    var checked = fields.present("into", into, raw -> TicketFields.ticket(fields, "into", raw));
    return fields.orRefuse(checked);
  }

  MergeRule rule() {
    return Boolean.TRUE.equals(allowDifferentEmployee)
        ? MergeRule.ANY_EMPLOYEE
        : MergeRule.SAME_EMPLOYEE;
  }
}
