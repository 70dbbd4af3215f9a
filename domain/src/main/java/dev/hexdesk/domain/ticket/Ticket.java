package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Versioned;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of work for an employee.
 *
 * @param ownerId the user who created it
 * @param mergedInto the ticket that goes on in its stead; one that has been merged is never changed
 *     again
 * @param externalId what another system calls it
 */
public record Ticket(
    TicketId id,
    TicketDetails details,
    UserId ownerId,
    Milestones milestones,
    Optional<TicketId> mergedInto,
    Optional<ExternalId> externalId,
    Version version,
    Instant createdAt,
    Instant updatedAt)
    implements Versioned {

  /** The outcome of changing a ticket. */
  public sealed interface Outcome {
    /** The outcome of an import, which no workflow binds. */
    sealed interface OfImport extends Outcome {}

    /**
     * @param changes what differs, field by field
     */
    record Changed(Ticket ticket, List<FieldChange> changes) implements OfImport {
      public Changed {
        changes = List.copyOf(changes);
      }
    }

    /** The ticket was like that already. */
    record Unchanged(Ticket ticket) implements OfImport {}

    /** The workflow does not lead from here to there; it leads to the allowed ones. */
    record IllegalTransition(TicketStatus from, TicketStatus to, Set<TicketStatus> allowed)
        implements Outcome {
      public IllegalTransition {
        allowed = Set.copyOf(allowed);
      }
    }

    /** The work goes on in another ticket. */
    record Merged(TicketId into) implements OfImport {}
  }

  /** Changes the ticket as far as the workflow allows. */
  public Outcome with(TicketDetails changed, Instant now) {
    if (mergedInto.isPresent()) {
      return new Outcome.Merged(mergedInto.get());
    }
    if (changed.equals(details)) {
      return new Outcome.Unchanged(this);
    }
    TicketStatus from = details.status();
    TicketStatus to = changed.status();
    if (!TicketWorkflow.allows(from, to)) {
      return new Outcome.IllegalTransition(from, to, TicketWorkflow.successorsOf(from));
    }
    return new Outcome.Changed(
        next(changed, milestones.moved(from, to, now), now), details.changesTo(changed));
  }

  /** What of the ticket an import can write, as it is. */
  public TicketRecord toRecord() {
    return new TicketRecord(details, ownerId, milestones, externalId, createdAt);
  }

  /**
   * Takes over what another system knows of the ticket, whatever the workflow: what is imported has
   * happened there already.
   *
   * @param changedAt when it was last changed there; now, where that is not told
   */
  public Outcome.OfImport imported(TicketRecord wanted, Optional<Instant> changedAt, Instant now) {
    TicketRecord present = toRecord();
    if (wanted.equals(present) && changedAt.orElse(updatedAt).equals(updatedAt)) {
      return new Outcome.Unchanged(this);
    }
    if (mergedInto.isPresent()) {
      return new Outcome.Merged(mergedInto.get());
    }
    return new Outcome.Changed(
        new Ticket(
            id,
            wanted.details(),
            wanted.ownerId(),
            wanted.milestones(),
            mergedInto,
            wanted.externalId(),
            version.next(),
            wanted.createdAt(),
            changedAt.orElse(now)),
        present.changesTo(wanted));
  }

  /**
   * Lets the work go on in another ticket: this one is closed for good, and the other counts its
   * first response as its own where it was the earlier one.
   */
  public MergeOutcome mergeInto(Ticket target, MergeRule rule, Instant now) {
    if (mergedInto.isPresent()) {
      return new MergeOutcome.AlreadyMerged(mergedInto.get());
    }
    if (target.id.equals(id)) {
      return new MergeOutcome.IntoItself();
    }
    if (target.mergedInto.isPresent()) {
      return new MergeOutcome.IntoMerged(target.mergedInto.get());
    }
    boolean sameEmployee = target.details.employeeId().equals(details.employeeId());
    if (!sameEmployee && rule == MergeRule.SAME_EMPLOYEE) {
      return new MergeOutcome.OtherEmployee();
    }
    Ticket closed = closedInFavourOf(target.id, now);
    List<FieldChange> sourceChanges = new ArrayList<>(details.changesTo(closed.details));
    sourceChanges.add(gained("merged_into", target.id.value()));
    List<FieldChange> targetChanges = new ArrayList<>();
    targetChanges.add(gained("merged_from", id.value()));
    if (!sameEmployee) {
      sourceChanges.add(gained("merged_into_employee_id", target.details.employeeId().value()));
      targetChanges.add(gained("merged_from_employee_id", details.employeeId().value()));
    }
    return new MergeOutcome.Merged(
        closed,
        sourceChanges,
        target.next(target.details, target.milestones.joined(milestones), now),
        targetChanges);
  }

  private Ticket closedInFavourOf(TicketId target, Instant now) {
    return new Ticket(
        id,
        details.with(TicketStatus.CLOSED),
        ownerId,
        milestones.moved(details.status(), TicketStatus.CLOSED, now),
        Optional.of(target),
        externalId,
        version.next(),
        createdAt,
        now);
  }

  private static FieldChange gained(String field, long id) {
    return new FieldChange(field, new FieldValue.Nothing(), FieldValue.of(id));
  }

  /**
   * The ticket after all that one user had was handed over to another one; the very same where that
   * user neither owns it nor works on it.
   *
   * @param at when that was, which may be before the last change of the ticket
   */
  public Ticket handedOver(UserId from, UserId to, Instant at) {
    UserId owner = ownerId.equals(from) ? to : ownerId;
    Optional<UserId> assignee = details.assigneeId().map(it -> it.equals(from) ? to : it);
    if (owner.equals(ownerId) && assignee.equals(details.assigneeId())) {
      return this;
    }
    return new Ticket(
        id,
        TicketChanges.ofAssignee(assignee).appliedTo(details),
        owner,
        milestones,
        mergedInto,
        externalId,
        version.next(),
        createdAt,
        updatedAt.isAfter(at) ? updatedAt : at);
  }

  /** The ticket after an answer that the employee may see. */
  public Ticket answered(Instant now) {
    return next(details, milestones.answered(now), now);
  }

  private Ticket next(TicketDetails then, Milestones reached, Instant now) {
    return new Ticket(
        id, then, ownerId, reached, mergedInto, externalId, version.next(), createdAt, now);
  }
}
