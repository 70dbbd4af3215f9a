package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;

/** What a ticket is to another one that it is linked with. */
public enum LinkRole implements Coded {
  RELATED,
  BLOCKS,
  BLOCKED_BY,
  DUPLICATES,
  DUPLICATED_BY;

  /** A ticket is linked with at most so many others. */
  public static final int MOST = 100;

  /** What the other ticket is to this one. */
  public LinkRole opposite() {
    return switch (this) {
      case RELATED -> RELATED;
      case BLOCKS -> BLOCKED_BY;
      case BLOCKED_BY -> BLOCKS;
      case DUPLICATES -> DUPLICATED_BY;
      case DUPLICATED_BY -> DUPLICATES;
    };
  }
}
