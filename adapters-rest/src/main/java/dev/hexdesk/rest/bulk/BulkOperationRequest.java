package dev.hexdesk.rest.bulk;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.rest.openapi.CheckedBy;
import dev.hexdesk.rest.openapi.Required;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.ticket.TicketPatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of several things to be done. */
@Schema(
    name = "BulkOperation",
    description =
        "One of several things to be done. `update` takes `changes`, `comment` takes `body` and"
            + " `visibility`, `delete` neither.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE,
    example = "{\"op\": \"update\", \"id\": 301, \"changes\": {\"priority\": \"high\"}}")
@CheckedBy(CommentRules.class)
public record BulkOperationRequest(
    @Required @Schema(allowableValues = {"update", "delete", "comment"}) @Nullable String op,
    @Required @Schema(description = "The ticket.", example = "301", minimum = "1")
        @Nullable Long id,
    @Schema(
            description =
                "The version of the ticket that the operation is meant for, written as in the"
                    + " header `If-Match`: when it is no more the present one, the result is 412.",
            pattern = ConditionalRequests.PATTERN,
            maxLength = ConditionalRequests.LONGEST,
            nullable = true)
        @Nullable String ifMatch,
    @Nullable TicketPatch changes,
    @Schema(nullable = true) @Nullable String body,
    @Schema(
            allowableValues = {"public", "internal"},
            nullable = true)
        @Nullable String visibility,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {}
