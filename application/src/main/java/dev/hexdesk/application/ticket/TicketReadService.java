package dev.hexdesk.application.ticket;

import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets.EmployeeWithTickets;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows and lists tickets, and what they are gathered by. */
public record TicketReadService(TicketQueries tickets, EmployeeQueries employees, RolePolicy policy)
    implements ShowTicket,
        ListTickets,
        HighlightTickets,
        ListEmployeeTickets,
        ShowEmployeeWithTickets,
        ListTags {
  @Override
  public ShowTicket.Result show(ShowTicket.Query query) {
    if (policy.decide(query.actor(), Permission.TICKET_READ) instanceof Denial denial) {
      return new ShowTicket.Result.Denied(denial);
    }
    Optional<Version> seen =
        tickets.versionOf(query.id()).filter(version -> !query.wanted().holdsFor(version));
    if (seen.isPresent()) {
      return new ShowTicket.Result.Unchanged(seen.get());
    }
    return tickets
        .find(query.id())
        .<ShowTicket.Result>map(ticket -> shown(query, ticket))
        .orElseGet(ShowTicket.Result.Unknown::new);
  }

  private static ShowTicket.Result shown(ShowTicket.Query query, Ticket ticket) {
    return query.wanted().holdsFor(ticket.version())
        ? new ShowTicket.Result.Found(ticket)
        : new ShowTicket.Result.Unchanged(ticket.version());
  }

  @Override
  public AccessResult<Page<Ticket>> list(ListTickets.Query query) {
    return AccessResult.of(
        policy.decide(query.actor(), Permission.TICKET_READ), () -> page(query, query.filter()));
  }

  @Override
  public Map<TicketId, Highlights> highlight(String search, Collection<Ticket> shown) {
    return tickets.highlights(search, shown);
  }

  @Override
  public ReadResult<Page<Ticket>> list(ListEmployeeTickets.Query query) {
    ListTickets.Query wanted = query.tickets();
    return ReadResult.of(
        decideBoth(wanted.actor()),
        () ->
            employees
                .find(query.employee())
                .map(employee -> page(wanted, wanted.filter().with(employee.id()))));
  }

  @Override
  public ReadResult<EmployeeWithTickets> show(ShowEmployeeWithTickets.Query query) {
    return ReadResult.of(
        decideBoth(query.actor()),
        () ->
            employees
                .find(query.id())
                .map(employee -> new EmployeeWithTickets(employee, newestOf(employee.id()))));
  }

  private Decision decideBoth(Actor actor) {
    return policy.decideAll(actor, EnumSet.of(Permission.EMPLOYEE_READ, Permission.TICKET_READ));
  }

  private List<Ticket> newestOf(EmployeeId id) {
    return tickets
        .list(
            TicketFilter.ofEmployee(id),
            Sort.descending(TicketSortField.ID),
            PageSelection.first(ShowEmployeeWithTickets.NEWEST_TICKETS))
        .items();
  }

  private Page<Ticket> page(ListTickets.Query query, TicketFilter filter) {
    TicketFilter permitted = filter.visibleTo(policy.commentAccess(query.actor()));
    return tickets.list(permitted, query.sort(), query.page());
  }

  @Override
  public AccessResult<Page<TagCount>> listTags(ListTags.Query query) {
    return AccessResult.of(
        policy.decide(query.actor(), Permission.TICKET_READ), () -> tickets.tags(query.page()));
  }
}
