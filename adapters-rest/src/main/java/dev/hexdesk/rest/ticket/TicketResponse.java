package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket as clients read it. */
@Schema(name = "Ticket", description = "A piece of work for an employee.")
public record TicketResponse(
    @Schema(example = "301", minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED) long id,
    @Schema(
            example = "The printer is on fire",
            maxLength = Title.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String title,
    @Schema(
            example = "Second floor, by the window. Flames are blue.",
            maxLength = Description.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String description,
    @Schema(
            allowableValues = {"new", "open", "pending", "resolved", "closed"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String status,
    @Schema(
            allowableValues = {"low", "normal", "high", "urgent"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String priority,
    @Schema(
            description = "For whom it is.",
            example = "12",
            minimum = "1",
            requiredMode = Schema.RequiredMode.REQUIRED)
        long employeeId,
    @Schema(
            description = "The user who created it, or took it over.",
            example = "7",
            minimum = "1",
            requiredMode = Schema.RequiredMode.REQUIRED)
        long ownerId,
    @Schema(
            description = "The user who works on it; null while nobody does.",
            example = "7",
            minimum = "1",
            nullable = true,
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Long assigneeId,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant createdAt,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant updatedAt) {

  public static TicketResponse of(TicketView ticket) {
    return new TicketResponse(
        ticket.id().value(),
        ticket.title(),
        ticket.description(),
        ticket.status().code(),
        ticket.priority().code(),
        ticket.employeeId().value(),
        ticket.ownerId().value(),
        ticket.assigneeId().map(UserId::value).orElse(null),
        ticket.createdAt(),
        ticket.updatedAt());
  }
}
