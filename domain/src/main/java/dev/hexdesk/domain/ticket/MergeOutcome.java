package dev.hexdesk.domain.ticket;

import java.util.List;

/** The result of merging a ticket into another. */
public sealed interface MergeOutcome {
  /**
   * Both tickets as they are now, and what differs on each, field by field.
   *
   * @param source closed, and never to be changed again
   * @param target where the work goes on
   */
  record Merged(
      Ticket source,
      List<FieldChange> sourceChanges,
      Ticket target,
      List<FieldChange> targetChanges)
      implements MergeOutcome {
    public Merged {
      sourceChanges = List.copyOf(sourceChanges);
      targetChanges = List.copyOf(targetChanges);
    }
  }

  /** The ticket was merged before. */
  record AlreadyMerged(TicketId into) implements MergeOutcome {}

  /** No ticket goes on in itself. */
  record IntoItself() implements MergeOutcome {}

  /** The target goes on in another ticket itself. */
  record IntoMerged(TicketId into) implements MergeOutcome {}

  /** What one employee told must not come before another. */
  record OtherEmployee() implements MergeOutcome {}
}
