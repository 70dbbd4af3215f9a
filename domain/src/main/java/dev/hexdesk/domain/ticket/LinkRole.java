package dev.hexdesk.domain.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a ticket is to another one that it is linked with. */
public enum LinkRole {
  RELATED,
  BLOCKS,
  BLOCKED_BY,
  DUPLICATES,
  DUPLICATED_BY;

  /** A ticket is linked with at most so many others. */
  public static final int MOST = 100;

  /** The role as people write it, {@code blocked_by}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LinkRole> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }

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
