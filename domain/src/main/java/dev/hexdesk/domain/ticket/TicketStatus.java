package dev.hexdesk.domain.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a ticket stands in its life; {@link TicketWorkflow} has where it may go from there. */
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
}
