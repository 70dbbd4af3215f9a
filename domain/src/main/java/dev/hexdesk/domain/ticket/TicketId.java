package dev.hexdesk.domain.ticket;

/** Identifies a ticket for ever; never given twice. */
public record TicketId(long value) {
  public TicketId {
    if (value < 1) {
      throw new IllegalArgumentException("ids are positive, not " + value);
    }
  }
}
