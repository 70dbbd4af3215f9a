package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * An event of a ticket's history, as callers see it.
 *
 * @param actorName what the user was called then
 */
public record HistoryEntry(
    long id,
    Instant at,
    UserId actorId,
    String actorName,
    TicketAction action,
    List<FieldChange> changes) {
  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
