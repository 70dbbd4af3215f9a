package dev.hexdesk.domain.ticket;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a ticket stands in its life, and where it may go from there. */
public enum TicketStatus {
  NEW,
  OPEN,
  PENDING,
  RESOLVED,
  CLOSED;

  /** The status as people write it, {@code pending}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TicketStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }

  /** The statuses that a ticket may move to from this one. */
  public Set<TicketStatus> successors() {
    return switch (this) {
      case NEW -> EnumSet.of(OPEN, PENDING, RESOLVED, CLOSED);
      case OPEN -> EnumSet.of(PENDING, RESOLVED, CLOSED);
      case PENDING -> EnumSet.of(OPEN, RESOLVED, CLOSED);
      case RESOLVED -> EnumSet.of(OPEN, CLOSED);
      case CLOSED -> EnumSet.of(OPEN);
    };
  }

  /**
   * Whether a ticket of this status may have that one next; naming the present status is no move.
   */
  public boolean allows(TicketStatus next) {
    return next == this || successors().contains(next);
  }
}
