package dev.hexdesk.domain.comment;

import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Versioned;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something said about a ticket. Its visibility never changes: what was meant for few must not come
 * before many by a slip.
 *
 * @param authorId who wrote it; empty once they were deleted
 * @param authorName what they were called then
 */
public record Comment(
    CommentId id,
    TicketId ticketId,
    Optional<UserId> authorId,
    String authorName,
    CommentBody body,
    Visibility visibility,
    Version version,
    Instant createdAt,
    Instant updatedAt)
    implements Versioned {

  /** The outcome of changing a comment. */
  public sealed interface Outcome {
    record Changed(Comment comment) implements Outcome {}

    /** It said that already. */
    record Unchanged(Comment comment) implements Outcome {}

    /** Nobody changes the words of another. */
    record NotTheAuthor() implements Outcome {}

    /** Others have read it by now. */
    record TooLate() implements Outcome {}
  }

  public boolean isInternal() {
    return visibility == Visibility.INTERNAL;
  }

  /**
   * Changes what the comment says.
   *
   * @param editableFor how long after writing it that is possible, this moment included
   */
  public Outcome withBody(CommentBody changed, UserId editor, Instant now, Duration editableFor) {
    if (!authorId.equals(Optional.of(editor))) {
      return new Outcome.NotTheAuthor();
    }
    if (now.isAfter(createdAt.plus(editableFor))) {
      return new Outcome.TooLate();
    }
    if (changed.equals(body)) {
      return new Outcome.Unchanged(this);
    }
    return new Outcome.Changed(
        new Comment(
            id,
            ticketId,
            authorId,
            authorName,
            changed,
            visibility,
            version.next(),
            createdAt,
            now));
  }
}
