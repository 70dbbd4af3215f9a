package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * A piece of work for an employee.
 *
 * @param ownerId the user who created it
 */
public record Ticket(
    TicketId id,
    TicketDetails details,
    UserId ownerId,
    Version version,
    Instant createdAt,
    Instant updatedAt) {

  /** What came of changing a ticket. */
  public sealed interface Outcome {
    record Changed(Ticket ticket) implements Outcome {}

    /** The ticket was like that already. */
    record Unchanged(Ticket ticket) implements Outcome {}

    /** The workflow does not lead from here to there; it leads to the allowed ones. */
    record IllegalTransition(TicketStatus from, TicketStatus to, Set<TicketStatus> allowed)
        implements Outcome {
      public IllegalTransition {
        allowed = Set.copyOf(allowed);
      }
    }
  }

  /** Changes the ticket as far as the workflow allows. */
  public Outcome with(TicketDetails changed, Instant now) {
    if (changed.equals(details)) {
      return new Outcome.Unchanged(this);
    }
    TicketStatus from = details.status();
    TicketStatus to = changed.status();
    if (!from.allows(to)) {
      return new Outcome.IllegalTransition(from, to, from.successors());
    }
    return new Outcome.Changed(new Ticket(id, changed, ownerId, version.next(), createdAt, now));
  }
}
