package dev.hexdesk.application.privacy;

import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;

/** Something that is stored around an employee. */
public sealed interface PersonalDataItem {
  /** Work that is for them. */
  record TicketData(Ticket ticket) implements PersonalDataItem {}

  /** What was said about such work. */
  record CommentData(Comment comment) implements PersonalDataItem {}

  /** What happened to such work, or to other work that was for them once. */
  record HistoryData(TicketId ticket, HistoryEntry entry) implements PersonalDataItem {}
}
