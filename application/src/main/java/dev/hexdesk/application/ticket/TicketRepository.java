package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps tickets. Employee, owner, assignee and the ticket in which its work goes on must exist for
 * as long as a ticket names them.
 */
public interface TicketRepository {
  /** The outcome of storing a ticket. */
  sealed interface Storing {
    record Stored(Ticket ticket) implements Storing {}

    record UnknownEmployee() implements Storing {}

    record UnknownOwner() implements Storing {}

    record UnknownAssignee() implements Storing {}
  }

  Storing insert(TicketDetails details, UserId owner, Instant now);

  /** Reads a ticket that nobody else can change until the transaction ends. */
  Optional<Ticket> findForUpdate(TicketId id);

  /**
   * Reads those tickets that there are, and nobody else can change them until the transaction ends.
   * They are locked in the order of their ids, so that of two who want the same ones neither waits
   * for the other while the other waits for them.
   */
  default Map<TicketId, Ticket> findAllForUpdate(Set<TicketId> ids) {
    Map<TicketId, Ticket> found = new HashMap<>();
    ids.stream()
        .sorted(Comparator.comparingLong(TicketId::value))
        .flatMap(id -> findForUpdate(id).stream())
        .forEachOrdered(ticket -> found.put(ticket.id(), ticket));
    return found;
  }

  /**
   * Stores a changed ticket.
   *
   * @throws dev.hexdesk.application.shared.StaleVersion when the stored version is not the one
   *     before, or there is none any more
   */
  Storing update(Ticket ticket);

  Deletion delete(TicketId id);
}
