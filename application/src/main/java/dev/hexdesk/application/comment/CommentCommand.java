package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.ticket.TicketId;

/** Something to be done to a comment of a ticket, in the version that is meant. */
public interface CommentCommand extends VersionedCommand<CommentId> {
  TicketId ticket();
}
