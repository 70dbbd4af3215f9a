package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Coded;

/** How urgent a ticket is, from the least to the most. */
public enum Priority implements Coded {
  LOW,
  NORMAL,
  HIGH,
  URGENT;
}
