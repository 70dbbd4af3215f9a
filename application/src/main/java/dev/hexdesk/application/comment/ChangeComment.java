package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.Duration;

/** Lets authors correct what they said, for a while. */
public interface ChangeComment {
  record Command(
      Actor actor,
      TicketId ticket,
      CommentId id,
      Precondition precondition,
      Change<CommentBody> body)
      implements CommentCommand {}

  /** The possible outcomes. */
  sealed interface Result {
    /** The comment as it is now, whether or not that differs from before. */
    record Changed(Comment comment) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    record NotTheAuthor() implements Result {}

    record TooLate(Duration editableFor) implements Result {}

    record Merged(TicketId into) implements Result {}
  }

  Result change(Command command);
}
