package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;

/** What can happen to a ticket. */
public enum TicketAction implements Coded {
  CREATED,
  IMPORTED,
  UPDATED,
  HANDED_OVER,
  COMMENT_ADDED,
  COMMENT_CHANGED,
  COMMENT_DELETED,
  LINKED,
  UNLINKED,
  MERGED,
  MERGED_FROM,
  DELETED;

  /** Whether it happened to a comment, whose words its changes may tell. */
  public boolean isOfComment() {
    return this == COMMENT_ADDED || this == COMMENT_CHANGED || this == COMMENT_DELETED;
  }
}
