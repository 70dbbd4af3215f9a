package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.MergeOutcome;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges tickets. What happened to either stays in its own history; the comments move. */
public record MergeService(
    UnitOfWork unitOfWork,
    TicketRepository tickets,
    CommentHandover comments,
    TicketHistory history,
    RolePolicy policy,
    InstantSource clock)
    implements MergeTickets {
  @Override
  public Result merge(Command command) {
    if (policy.decide(command.actor(), Permission.TICKET_UPDATE) instanceof Denial denial) {
      return new Result.Refused(new Refusal.Denied(denial));
    }
    return unitOfWork.inTransaction(() -> hold(command));
  }

  private Result hold(Command command) {
    Map<TicketId, Ticket> held =
        tickets.findAllForUpdate(Set.copyOf(List.of(command.source(), command.target())));
    Ticket source = held.get(command.source());
    if (source == null) {
      return new Result.Refused(new Refusal.Unknown());
    }
    if (!command.precondition().holdsFor(source.version())) {
      return new Result.Refused(new Refusal.PreconditionFailed());
    }
    Ticket target = held.get(command.target());
    return target == null ? withoutTarget(source) : merge(command, source, target);
  }

  private static Result withoutTarget(Ticket source) {
    return source
        .mergedInto()
        .<Result>map(Result.AlreadyMerged::new)
        .orElseGet(Result.UnknownTarget::new);
  }

  private Result merge(Command command, Ticket source, Ticket target) {
    return switch (source.mergeInto(target, command.rule(), clock.instant())) {
      case MergeOutcome.Merged merged -> store(command.actor(), merged);
      case MergeOutcome.AlreadyMerged(TicketId into) -> new Result.AlreadyMerged(into);
      case MergeOutcome.IntoItself() -> new Result.IntoItself();
      case MergeOutcome.IntoMerged(TicketId into) -> new Result.IntoMerged(into);
      case MergeOutcome.OtherEmployee() -> new Result.OtherEmployee();
    };
  }

  private Result store(Actor actor, MergeOutcome.Merged merged) {
    Ticket source = stored(merged.source());
    Ticket target = stored(merged.target());
    comments.moveAll(source.id(), target.id());
    record(actor, source, TicketAction.MERGED, merged.sourceChanges());
    record(actor, target, TicketAction.MERGED_FROM, merged.targetChanges());
    return new Result.Merged(target);
  }

  private Ticket stored(Ticket ticket) {
    return switch (tickets.update(ticket)) {
      case TicketRepository.Storing.Stored(Ticket stored) -> stored;
      case TicketRepository.Storing refusal ->
          throw new IllegalStateException(
              "nobody whom a stored ticket names can be gone: " + refusal);
    };
  }

  private void record(Actor actor, Ticket ticket, TicketAction action, List<FieldChange> changes) {
    history.record(TicketEvent.open(ticket.id(), actor.id(), ticket.updatedAt(), action, changes));
  }
}
