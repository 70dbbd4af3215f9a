package dev.hexdesk.rest.comment;

import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.idempotency.MentionsDataSubjects;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comment as clients read it. */
@Schema(name = "Comment", description = "Something said about a ticket.")
public record CommentResponse(
    @Schema(example = "501", minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED) long id,
    @Schema(example = "301", minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED)
        long ticketId,
    @Schema(
            description = "The user who wrote it; null once they are gone.",
            example = "7",
            minimum = "1",
            nullable = true,
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Long authorId,
    @Schema(
            description = "What they were called then.",
            example = "Olena Halahan",
            maxLength = 401,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String authorName,
    @Schema(
            example = "The toner is on its way.",
            maxLength = CommentBody.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String body,
    @Schema(
            allowableValues = {"public", "internal"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String visibility,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant createdAt,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant updatedAt)
    implements MentionsDataSubjects {

  public static CommentResponse of(Comment comment) {
    return new CommentResponse(
        comment.id().value(),
        comment.ticketId().value(),
        comment.authorId().map(UserId::value).orElse(null),
        comment.authorName(),
        comment.body().value(),
        comment.visibility().code(),
        comment.createdAt(),
        comment.updatedAt());
  }

  @Override
  public DataSubjects subjects() {
    return new DataSubjects(Set.of(), Set.of(new TicketId(ticketId)));
  }
}
