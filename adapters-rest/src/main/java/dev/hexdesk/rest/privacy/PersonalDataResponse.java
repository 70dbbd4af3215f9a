package dev.hexdesk.rest.privacy;

import dev.hexdesk.rest.comment.CommentResponse;
import dev.hexdesk.rest.employee.EmployeeResponse;
import dev.hexdesk.rest.ticket.HistoryEntryResponse;
import dev.hexdesk.rest.ticket.TicketResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All that is stored on a person, as the document tells; {@link PersonalDataWriter} writes it. */
@Schema(name = "PersonalData", description = "All that is stored on a person.")
record PersonalDataResponse(
    Instant exportedAt,
    @Schema(
            description =
                "Whether internal comments are among it, and what the history tells of them: where"
                    + " the caller may read those.",
            example = "true")
        boolean internalIncluded,
    EmployeeResponse employee,
    @ArraySchema(
            arraySchema = @Schema(description = "All tickets that are for them."),
            maxItems = Integer.MAX_VALUE)
        List<TicketResponse> tickets,
    @ArraySchema(
            arraySchema = @Schema(description = "All comments on these."),
            maxItems = Integer.MAX_VALUE)
        List<CommentResponse> comments,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description =
                        "What happened to these, and to tickets of theirs that were deleted; of"
                            + " tickets that are for somebody else by now, what names them."),
            maxItems = Integer.MAX_VALUE)
        List<Event> history) {

  /** One entry of a ticket's history. */
  @Schema(name = "PersonalEvent", description = "Something that happened to a ticket.")
  record Event(@Schema(example = "301", minimum = "1") long ticketId, HistoryEntryResponse entry) {}
}
