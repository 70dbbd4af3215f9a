package dev.hexdesk.domain.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a ticket is, from the least to the most. */
public enum Priority {
  LOW,
  NORMAL,
  HIGH,
  URGENT;

  /** The priority as people write it, {@code urgent}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Priority> of(String code) {
    return Arrays.stream(values()).filter(priority -> priority.code().equals(code)).findFirst();
  }
}
