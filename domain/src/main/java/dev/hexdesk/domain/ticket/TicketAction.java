package dev.hexdesk.domain.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a ticket. */
public enum TicketAction {
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

  /** The action as histories name it, {@code comment_added}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it happened to a comment, whose words its changes may tell. */
  public boolean isOfComment() {
    return this == COMMENT_ADDED || this == COMMENT_CHANGED || this == COMMENT_DELETED;
  }

  public static Optional<TicketAction> of(String code) {
    return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
  }
}
