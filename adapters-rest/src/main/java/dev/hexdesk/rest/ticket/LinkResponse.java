package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.domain.ticket.Title;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A link as clients read it, from one of its tickets. */
@Schema(name = "Link", description = "What a ticket is to another one.")
public record LinkResponse(
    @Schema(description = "The other ticket.", example = "302", minimum = "1") long ticketId,
    @Schema(
            description = "What this ticket is to the other one.",
            allowableValues = {"related", "blocks", "blocked_by", "duplicates", "duplicated_by"})
        String type,
    @Schema(
            description = "The other ticket's title.",
            example = "The printer is on fire",
            maxLength = Title.LONGEST)
        String title,
    @Schema(
            description = "The other ticket's status.",
            allowableValues = {"new", "open", "pending", "resolved", "closed"})
        String status,
    Instant createdAt) {

  static LinkResponse of(LinkView link) {
    return new LinkResponse(
        link.other().value(),
        link.role().code(),
        link.title(),
        link.status().code(),
        link.createdAt());
  }
}
