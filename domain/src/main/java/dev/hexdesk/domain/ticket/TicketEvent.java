package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a ticket.
 *
 * @param actorId who did it
 * @param internal whether only those may hear of it who read internal comments
 */
public record TicketEvent(
    TicketId ticketId,
    UserId actorId,
    Instant at,
    TicketAction action,
    boolean internal,
    List<FieldChange> changes) {
  public TicketEvent {
    changes = List.copyOf(changes);
  }

  /** Something that everybody may hear of who may read the ticket. */
  public static TicketEvent open(
      TicketId ticketId,
      UserId actorId,
      Instant at,
      TicketAction action,
      List<FieldChange> changes) {
    return new TicketEvent(ticketId, actorId, at, action, false, changes);
  }
}
