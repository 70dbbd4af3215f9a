package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a ticket, as clients read it. */
@Schema(name = "HistoryEntry", description = "Something that happened to a ticket.")
public record HistoryEntryResponse(
    @Schema(example = "9001", minimum = "1") long id,
    Instant at,
    @Schema(
            description = "The user who did it; they may be gone by now.",
            example = "7",
            minimum = "1")
        long actorId,
    @Schema(description = "What they were called then.", example = "Olena Halahan", maxLength = 401)
        String actorName,
    @Schema(
            allowableValues = {
              "created",
              "imported",
              "updated",
              "handed_over",
              "comment_added",
              "comment_changed",
              "comment_deleted",
              "linked",
              "unlinked",
              "merged",
              "merged_from",
              "deleted"
            })
        String action,
    @ArraySchema(maxItems = 50) List<Changed> changes) {

  /** One field's part of it. */
  @Schema(name = "FieldChange", description = "What a field held before, and what after.")
  public record Changed(
      @Schema(example = "status", maxLength = 40) String field,
      @Schema(
              description = "In the form that the field has in the resource; null for nothing.",
              types = {"string", "integer", "array", "null"},
              example = "new")
          @Nullable Object from,
      @Schema(
              description = "In the form that the field has in the resource; null for nothing.",
              types = {"string", "integer", "array", "null"},
              example = "open")
          @Nullable Object to) {

    static Changed of(FieldChange change) {
      return new Changed(change.field(), shown(change.from()), shown(change.to()));
    }

    private static @Nullable Object shown(FieldValue value) {
      return switch (value) {
        case FieldValue.Nothing() -> null;
        case FieldValue.Text(String text) -> text;
        case FieldValue.Number(long number) -> number;
        case FieldValue.Texts(List<String> texts) -> texts;
      };
    }
  }

  public static HistoryEntryResponse of(HistoryEntry entry) {
    return new HistoryEntryResponse(
        entry.id(),
        entry.at(),
        entry.actorId().value(),
        entry.actorName(),
        entry.action().code(),
        entry.changes().stream().map(Changed::of).toList());
  }
}
