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
    @Schema(example = "501", minimum = "1") long id,
    @Schema(example = "301", minimum = "1") long ticketId,
    @Schema(
            description = "The user who wrote it; null once they are gone.",
            example = "7",
            minimum = "1")
        @Nullable Long authorId,
    @Schema(description = "What they were called then.", example = "Olena Halahan", maxLength = 401)
        String authorName,
    @Schema(example = "The toner is on its way.", maxLength = CommentBody.LONGEST) String body,
    @Schema(allowableValues = {"public", "internal"}) String visibility,
    Instant createdAt,
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
