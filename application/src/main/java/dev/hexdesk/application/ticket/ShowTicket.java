package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;

/** Shows one ticket. */
public interface ShowTicket {
  /**
   * @param wanted holds for versions of the ticket that shall be shown, and not for those that the
   *     caller has already
   */
  record Query(Actor actor, TicketId id, Precondition wanted) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Found(Ticket ticket) implements Result {}

    /** The caller has the ticket's present version already. */
    record Unchanged(Version version) implements Result {}

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
