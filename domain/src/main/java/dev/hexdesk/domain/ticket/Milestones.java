package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.Violations;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moments that tell how well a ticket was served. Who reopens a ticket takes its end back.
 *
 * @param firstRespondedAt of the first comment that the employee may see
 * @param resolvedAt when it was last resolved, or closed without being resolved first
 * @param closedAt when it was last closed
 */
public record Milestones(
    Optional<Instant> firstRespondedAt, Optional<Instant> resolvedAt, Optional<Instant> closedAt) {
  /** Those of a ticket that has reached none. */
  public static final Milestones NONE =
      new Milestones(Optional.empty(), Optional.empty(), Optional.empty());

  /** What a ticket has reached that begins in this status. */
  public static Milestones of(TicketStatus first, Instant now) {
    return NONE.on(first, now);
  }

  /** What a ticket has reached once it has gone from one status to another, or stayed. */
  Milestones moved(TicketStatus from, TicketStatus to, Instant now) {
    return from == to ? this : on(to, now);
  }

  private Milestones on(TicketStatus status, Instant now) {
    return switch (status) {
      case NEW, OPEN, PENDING ->
          new Milestones(firstRespondedAt, Optional.empty(), Optional.empty());
      case RESOLVED -> new Milestones(firstRespondedAt, Optional.of(now), Optional.empty());
      case CLOSED ->
          new Milestones(firstRespondedAt, resolvedAt.or(() -> Optional.of(now)), Optional.of(now));
    };
  }

  /**
   * What a ticket of this status has reached by what another system says. What that leaves out
   * stays as it is, or happened when the ticket was last changed; what the status excludes did not
   * happen.
   *
   * @param told what the other system says, some of it or nothing
   * @param changedAt when the ticket was last changed
   */
  public Milestones imported(TicketStatus status, Milestones told, Instant changedAt) {
    Optional<Instant> responded = told.firstRespondedAt.or(() -> firstRespondedAt);
    return switch (status) {
      case NEW, OPEN, PENDING -> new Milestones(responded, Optional.empty(), Optional.empty());
      case RESOLVED ->
          new Milestones(responded, Optional.of(resolvedBy(told, changedAt)), Optional.empty());
      case CLOSED -> {
        Instant resolved = resolvedBy(told, changedAt);
        Instant closed =
            told.closedAt
                .or(() -> closedAt)
                .orElse(changedAt.isBefore(resolved) ? resolved : changedAt);
        yield new Milestones(responded, Optional.of(resolved), Optional.of(closed));
      }
    };
  }

  /**
   * Demands that they came after the ticket and in their order, or no statistics would be right.
   *
   * @param createdAt when the ticket was made, if that is told
   */
  public void requireOrder(Optional<Instant> createdAt, Violations violations) {
    violations.requireOrder("created_at", createdAt, "first_responded_at", firstRespondedAt);
    violations.requireOrder("created_at", createdAt, "resolved_at", resolvedAt);
    violations.requireOrder("resolved_at", resolvedAt, "closed_at", closedAt);
  }

  private Instant resolvedBy(Milestones told, Instant changedAt) {
    return told.resolvedAt.or(() -> resolvedAt).or(() -> told.closedAt).orElse(changedAt);
  }

  /**
   * These milestones once another ticket's comments are this one's: the earlier response was first.
   */
  Milestones joined(Milestones other) {
    return new Milestones(
        Stream.concat(firstRespondedAt.stream(), other.firstRespondedAt.stream())
            .min(Comparator.naturalOrder()),
        resolvedAt,
        closedAt);
  }

  /** These milestones after an answer to the employee, of which the first counts. */
  Milestones answered(Instant now) {
    return new Milestones(firstRespondedAt.or(() -> Optional.of(now)), resolvedAt, closedAt);
  }
}
