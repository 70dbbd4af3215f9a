package dev.hexdesk.application.comment;

import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Keeps comments for as long as their tickets. */
public interface CommentRepository {
  /** The outcome of storing a comment. */
  sealed interface Storing {
    record Stored(Comment comment) implements Storing {}

    record UnknownTicket() implements Storing {}

    record UnknownAuthor() implements Storing {}
  }

  /** Stores a comment under the name that its author has at this moment. */
  Storing insert(
      TicketId ticket, UserId author, CommentBody body, Visibility visibility, Instant now);

  /** Reads a comment that nobody else can change until the transaction ends. */
  Optional<Comment> findForUpdate(TicketId ticket, CommentId id);

  /**
   * Stores a changed comment.
   *
   * @throws dev.hexdesk.application.shared.StaleVersion when the stored version is not the one
   *     before, or there is none any more
   */
  Comment update(Comment comment);

  /** Whether there was such a comment to delete. */
  boolean delete(CommentId id);
}
