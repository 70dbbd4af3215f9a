package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.shared.VersionedWrites;
import dev.hexdesk.application.user.UserRepository;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates, changes and deletes tickets. */
public record TicketService(
    UnitOfWork unitOfWork,
    TicketRepository tickets,
    TicketHistory history,
    UserRepository users,
    RolePolicy policy,
    InstantSource clock)
    implements CreateTicket, ChangeTicket, DeleteTicket {
  @Override
  public CreateTicket.Result create(CreateTicket.Command command) {
    if (policy.decide(command.actor(), Permission.TICKET_CREATE) instanceof Denial denial) {
      return new CreateTicket.Result.Denied(denial);
    }
    return unitOfWork.inTransaction(() -> insert(command));
  }

  private CreateTicket.Result insert(CreateTicket.Command command) {
    TicketDetails details = command.details();
    if (!canTake(details.assigneeId())) {
      return new CreateTicket.Result.UnsuitableAssignee();
    }
    return switch (tickets.insert(details, command.actor().id(), clock.instant())) {
      case TicketRepository.Storing.Stored(Ticket ticket) -> {
        record(command.actor(), ticket, TicketAction.CREATED, details.asChanges());
        yield new CreateTicket.Result.Created(ticket);
      }
      case TicketRepository.Storing.UnknownEmployee() -> new CreateTicket.Result.UnknownEmployee();
      case TicketRepository.Storing.UnknownAssignee() ->
          new CreateTicket.Result.UnsuitableAssignee();
      case TicketRepository.Storing.UnknownOwner() -> new CreateTicket.Result.CallerGone();
    };
  }

  @Override
  public ChangeTicket.Result change(ChangeTicket.Command command) {
    return writes(Permission.TICKET_UPDATE)
        .run(command, ChangeTicket.Result.Refused::new, ticket -> change(command, ticket));
  }

  private ChangeTicket.Result change(ChangeTicket.Command command, Ticket ticket) {
    TicketDetails changed = command.changes().appliedTo(ticket.details());
    boolean reassigned = !changed.assigneeId().equals(ticket.details().assigneeId());
    if (reassigned && !canTake(changed.assigneeId())) {
      return new ChangeTicket.Result.UnsuitableAssignee();
    }
    return switch (ticket.with(changed, clock.instant())) {
      case Ticket.Outcome.Unchanged(Ticket same) -> new ChangeTicket.Result.Changed(same);
      case Ticket.Outcome.Changed(Ticket after, List<FieldChange> changes) ->
          store(command.actor(), after, changes);
      case Ticket.Outcome.Merged(TicketId into) -> new ChangeTicket.Result.Merged(into);
      case Ticket.Outcome.IllegalTransition(
              TicketStatus from,
              TicketStatus to,
              Set<TicketStatus> allowed) ->
          new ChangeTicket.Result.IllegalTransition(from, to, allowed);
    };
  }

  private ChangeTicket.Result store(Actor actor, Ticket ticket, List<FieldChange> changes) {
    return switch (tickets.update(ticket)) {
      case TicketRepository.Storing.Stored(Ticket stored) -> {
        record(actor, stored, TicketAction.UPDATED, changes);
        yield new ChangeTicket.Result.Changed(stored);
      }
      case TicketRepository.Storing.UnknownEmployee() -> new ChangeTicket.Result.UnknownEmployee();
      case TicketRepository.Storing.UnknownAssignee() ->
          new ChangeTicket.Result.UnsuitableAssignee();
      case TicketRepository.Storing.UnknownOwner() ->
          throw new IllegalStateException("a stored ticket's owner can't be gone");
    };
  }

  /**
   * Whether the assignee, where there is one, may work on tickets; the database has the last word
   * on existence.
   */
  private boolean canTake(Optional<UserId> assignee) {
    return assignee.isEmpty()
        || users.find(assignee.get()).filter(policy::mayBeAssigned).isPresent();
  }

  @Override
  public DeleteTicket.Result delete(DeleteTicket.Command command) {
    return writes(Permission.TICKET_DELETE)
        .run(command, DeleteTicket.Result.Refused::new, ticket -> delete(command, ticket));
  }

  private DeleteTicket.Result delete(DeleteTicket.Command command, Ticket ticket) {
    if (ticket.mergedInto().isPresent()) {
      return new DeleteTicket.Result.Merged(ticket.mergedInto().get());
    }
    return switch (tickets.delete(ticket.id())) {
      case DELETED -> {
        history.record(
            TicketEvent.open(
                ticket.id(),
                command.actor().id(),
                clock.instant(),
                TicketAction.DELETED,
                ticket.details().asRemoval()));
        yield new DeleteTicket.Result.Deleted();
      }
      case IN_USE -> new DeleteTicket.Result.InUse();
      case UNKNOWN -> new DeleteTicket.Result.Refused(new Refusal.Unknown());
    };
  }

  private void record(Actor actor, Ticket ticket, TicketAction action, List<FieldChange> changes) {
    history.record(TicketEvent.open(ticket.id(), actor.id(), ticket.updatedAt(), action, changes));
  }

  private VersionedWrites<TicketId, Ticket> writes(Permission needed) {
    return new VersionedWrites<>(unitOfWork, policy, needed, tickets::findForUpdate);
  }
}
