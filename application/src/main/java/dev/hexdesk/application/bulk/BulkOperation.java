package dev.hexdesk.application.bulk;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.ticket.TicketId;

/** One of several things to be done. */
public sealed interface BulkOperation {
  record Update(ChangeTicket.Command command) implements BulkOperation {}

  record Delete(DeleteTicket.Command command) implements BulkOperation {}

  record Comment(AddComment.Command command) implements BulkOperation {}

  default TicketId ticket() {
    return switch (this) {
      case Update(ChangeTicket.Command command) -> command.id();
      case Delete(DeleteTicket.Command command) -> command.id();
      case Comment(AddComment.Command command) -> command.ticket();
    };
  }
}
