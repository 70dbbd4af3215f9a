package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;
import java.util.Optional;

/** How urgent a ticket is, from the least to the most. */
public enum Priority implements Coded {
  LOW,
  NORMAL,
  HIGH,
  URGENT;

  public static Optional<Priority> of(String code) {
    return Coded.find(Priority.class, code);
  }
}
