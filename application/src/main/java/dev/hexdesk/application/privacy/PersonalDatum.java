package dev.hexdesk.application.privacy;

import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.ticket.TicketId;

/** Something that is stored around an employee. */
public sealed interface PersonalDatum {
  /** Work that is for them. */
  record Work(TicketView ticket) implements PersonalDatum {}

  /** What was said about such work. */
  record Said(Comment comment) implements PersonalDatum {}

  /** What happened to such work, or to other work that was for them once. */
  record Happened(TicketId ticket, HistoryEntry entry) implements PersonalDatum {}
}
