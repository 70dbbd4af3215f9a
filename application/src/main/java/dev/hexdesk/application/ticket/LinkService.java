package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Links tickets and parts them. Whoever does holds both, so that their histories have everything in
 * the order in which it happened; their versions stay, as nothing that tickets show has changed.
 */
public record LinkService(
    UnitOfWork unitOfWork,
    TicketRepository tickets,
    LinkRepository links,
    LinkQueries queries,
    TicketHistory history,
    RolePolicy policy,
    InstantSource clock)
    implements LinkTickets, UnlinkTickets {
  @Override
  public LinkTickets.Result link(LinkTickets.Command command) {
    if (policy.decide(command.actor(), Permission.TICKET_UPDATE) instanceof Denial denial) {
      return new LinkTickets.Result.Denied(denial);
    }
    return command.ticket().equals(command.other())
        ? new LinkTickets.Result.ToItself()
        : onBoth(
            List.of(command.ticket(), command.other()),
            new LinkTickets.Result.Unknown(),
            LinkTickets.Result.Merged::new,
            () -> put(command));
  }

  private LinkTickets.Result put(LinkTickets.Command command) {
    TicketId ticket = command.ticket();
    TicketId other = command.other();
    Optional<LinkRole> present = links.find(ticket, other);
    if (present.isEmpty()) {
      Optional<TicketId> full =
          Stream.of(ticket, other).filter(it -> links.count(it) >= LinkRole.MOST).findFirst();
      if (full.isPresent()) {
        return new LinkTickets.Result.TooMany(full.get());
      }
    }
    if (!present.equals(Optional.of(command.role()))) {
      store(command, present);
    }
    LinkView link =
        queries.list(ticket).stream()
            .filter(it -> it.other().equals(other))
            .findFirst()
            .orElseThrow();
    return new LinkTickets.Result.Linked(link, present.isEmpty());
  }

  private void store(LinkTickets.Command command, Optional<LinkRole> before) {
    Instant now = clock.instant();
    if (before.isEmpty()) {
      links.insert(command.ticket(), command.other(), command.role(), now);
    } else {
      links.update(command.ticket(), command.other(), command.role());
    }
    record(
        new Pair(command.actor(), command.ticket(), command.other()),
        TicketAction.LINKED,
        before,
        Optional.of(command.role()),
        now);
  }

  @Override
  public UnlinkTickets.Result unlink(UnlinkTickets.Command command) {
    if (policy.decide(command.actor(), Permission.TICKET_UPDATE) instanceof Denial denial) {
      return new UnlinkTickets.Result.Denied(denial);
    }
    return onBoth(
        List.of(command.ticket(), command.other()),
        new UnlinkTickets.Result.Unknown(),
        UnlinkTickets.Result.Merged::new,
        () -> remove(command));
  }

  private UnlinkTickets.Result remove(UnlinkTickets.Command command) {
    Optional<LinkRole> before = links.find(command.ticket(), command.other());
    if (before.isPresent()) {
      links.delete(command.ticket(), command.other());
      record(
          new Pair(command.actor(), command.ticket(), command.other()),
          TicketAction.UNLINKED,
          before,
          Optional.empty(),
          clock.instant());
    }
    return new UnlinkTickets.Result.Unlinked();
  }

  /** Keeps others from two tickets, of which both must be there and neither merged. */
  private <R> R onBoth(
      List<TicketId> pair, R unknown, Function<TicketId, R> merged, Supplier<R> work) {
    return unitOfWork.inTransaction(
        () -> {
          Set<TicketId> wanted = Set.copyOf(pair);
          Map<TicketId, Ticket> held = tickets.findAllForUpdate(wanted);
          if (held.size() < wanted.size()) {
            return unknown;
          }
          return pair.stream()
              .flatMap(id -> Optional.ofNullable(held.get(id)).flatMap(Ticket::mergedInto).stream())
              .findFirst()
              .map(merged)
              .orElseGet(work);
        });
  }

  private record Pair(Actor actor, TicketId ticket, TicketId other) {}

  /** Tells it in both histories, in each as it is seen from there. */
  private void record(
      Pair pair,
      TicketAction action,
      Optional<LinkRole> before,
      Optional<LinkRole> after,
      Instant now) {
    record(pair.actor(), pair.ticket(), action, changes(pair.other(), before, after), now);
    record(
        pair.actor(),
        pair.other(),
        action,
        changes(pair.ticket(), before.map(LinkRole::opposite), after.map(LinkRole::opposite)),
        now);
  }

  private void record(
      Actor actor, TicketId ticket, TicketAction action, List<FieldChange> changes, Instant now) {
    history.record(TicketEvent.open(ticket, actor.id(), now, action, changes));
  }

  private static List<FieldChange> changes(
      TicketId other, Optional<LinkRole> before, Optional<LinkRole> after) {
    return List.of(
        new FieldChange("ticket_id", new FieldValue.Nothing(), FieldValue.of(other.value())),
        new FieldChange("type", text(before), text(after)));
  }

  private static FieldValue text(Optional<LinkRole> role) {
    return role.map(LinkRole::code).map(FieldValue::of).orElseGet(FieldValue.Nothing::new);
  }
}
