package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ExpandTickets;
import dev.hexdesk.application.ticket.ExpandableRelation;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What clients can only read of tickets, and may send back as they read it. */
public record ReadOnlyTicketMembers(ShowTicket show, ExpandTickets relate) {

  /**
   * Of the ticket that a request is for.
   *
   * @param condition refuses another version at once, as nothing about it can be said then
   */
  ReadOnlyMembers of(Actor actor, TicketId id, Precondition condition) {
    return ReadOnlyMembers.of(
            TicketResponse.class,
            members ->
                switch (show(actor, id)) {
                  case ShowTicket.Result.Found(Ticket ticket) -> {
                    if (!condition.holdsFor(ticket.version())) {
                      throw ProblemException.preconditionFailed();
                    }
                    yield Optional.of(shown(actor, ticket, members));
                  }
                  case ShowTicket.Result.Unchanged ignored -> Optional.empty();
                  case ShowTicket.Result.Denied ignored -> Optional.empty();
                  case ShowTicket.Result.Unknown() -> throw ProblemException.notFound();
                })
        .ignoring("highlights");
  }

  /**
   * Of one ticket among those that a request is for. One that is not there, or in another version
   * than the condition names, has a result of its own that says so.
   */
  public ReadOnlyMembers ofOneOfSeveral(Actor actor, TicketId id, Precondition condition) {
    return switch (show(actor, id)) {
      case ShowTicket.Result.Found(Ticket ticket) when condition.holdsFor(ticket.version()) ->
          ReadOnlyMembers.of(
                  TicketResponse.class, members -> Optional.of(shown(actor, ticket, members)))
              .ignoring("highlights");
      case ShowTicket.Result.Denied ignored ->
          ReadOnlyMembers.of(TicketResponse.class, members -> Optional.empty());
      case ShowTicket.Result.Found ignored -> ofWhatFails();
      case ShowTicket.Result.Unchanged ignored -> ofWhatFails();
      case ShowTicket.Result.Unknown() -> ofWhatFails();
    };
  }

  /** Of a ticket that nothing will be done with. */
  public static ReadOnlyMembers ofWhatFails() {
    return ReadOnlyMembers.ofWhatFails(TicketResponse.class);
  }

  private ShowTicket.Result show(Actor actor, TicketId id) {
    return show.show(new ShowTicket.Query(actor, id, Precondition.NONE));
  }

  private TicketResponse shown(Actor actor, Ticket ticket, Set<String> members) {
    Set<ExpandableRelation> named =
        members.stream()
            .flatMap(member -> Coded.find(ExpandableRelation.class, member).stream())
            .collect(Collectors.toSet());
    return TicketResponse.showing(relate.relate(actor, List.of(ticket), named)).apply(ticket);
  }
}
