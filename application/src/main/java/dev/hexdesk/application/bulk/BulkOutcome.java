package dev.hexdesk.application.bulk;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;

/** The outcome of one of several operations. */
public sealed interface BulkOutcome {
  record Updated(ChangeTicket.Result result) implements BulkOutcome {}

  record Deleted(DeleteTicket.Result result) implements BulkOutcome {}

  record Commented(AddComment.Result result) implements BulkOutcome {}

  /** The storage did not answer to this one, or to one before it. */
  record Unavailable() implements BulkOutcome {}

  default boolean isSuccess() {
    return switch (this) {
      case Updated(ChangeTicket.Result result) -> result instanceof ChangeTicket.Result.Changed;
      case Deleted(DeleteTicket.Result result) -> result instanceof DeleteTicket.Result.Deleted;
      case Commented(AddComment.Result result) -> result instanceof AddComment.Result.Added;
      case Unavailable() -> false;
    };
  }
}
