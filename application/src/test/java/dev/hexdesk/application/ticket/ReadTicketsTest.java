package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadTicketsTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final Employee taras = desk.given.employee(anEmployee().called("Taras", "Bulba"));
  private final Ticket ofIryna =
      desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(support.id()));
  private final Ticket ofTaras =
      desk.given.ticket(aTicket().forEmployee(taras).ownedBy(support.id()));

  @Test
  void showsATicket() {
    assertThat(
            desk.ticketReads.show(new ShowTicket.Query(support, ofIryna.id(), Precondition.NONE)))
        .isEqualTo(new ShowTicket.Result.Found(ofIryna));
  }

  @Test
  void doesNotShowAgainWhatTheCallerHas() {
    assertThat(desk.ticketReads.show(new ShowTicket.Query(support, ofIryna.id(), present -> false)))
        .isEqualTo(new ShowTicket.Result.Unchanged(ofIryna.version()));
  }

  @Test
  void doesNotKnowEveryTicket() {
    assertThat(
            desk.ticketReads.show(
                new ShowTicket.Query(support, new TicketId(999), Precondition.NONE)))
        .isEqualTo(new ShowTicket.Result.Unknown());
  }

  @Test
  void listsThePageThatWasAskedFor() {
    assertThat(desk.ticketReads.list(query(support, TicketFilter.ofEmployee(iryna.id()))))
        .isEqualTo(new AccessResult.Granted<>(page(ofIryna)));
    assertThat(desk.ticketReads.list(query(support, TicketFilter.all())))
        .isEqualTo(new AccessResult.Granted<>(page(ofTaras, ofIryna)));
  }

  @Test
  void listsTheTicketsOfOneEmployeeWhoeverElseTheFilterNames() {
    assertThat(listOf(taras.id(), query(support, TicketFilter.all())))
        .isEqualTo(new ReadResult.Found<>(page(ofTaras)));
    assertThat(listOf(taras.id(), query(support, TicketFilter.ofEmployee(iryna.id()))))
        .isEqualTo(new ReadResult.Found<>(page(ofTaras)));
  }

  @Test
  void tellsAnEmployeeWithoutTicketsFromNoEmployee() {
    Employee idle = desk.given.employee(anEmployee().called("Ann", "Lee"));

    assertThat(listOf(idle.id(), query(support, TicketFilter.all())))
        .isEqualTo(new ReadResult.Found<>(page()));
    assertThat(listOf(new EmployeeId(999), query(support, TicketFilter.all())))
        .isEqualTo(new ReadResult.Unknown<>());
  }

  @Test
  void looksOnlyIntoTheCommentsThatTheCallerMaySee() {
    assertThat(searchedBy(support)).isEqualTo(CommentAccess.ALL);
    assertThat(searchedBy(narrowed(support, Scope.TICKETS_READ))).isEqualTo(CommentAccess.PUBLIC);
    assertThat(searchedBy(narrowed(support, Scope.TICKETS_READ, Scope.COMMENTS_INTERNAL)))
        .isEqualTo(CommentAccess.ALL);
    RolePolicy silent =
        new RolePolicy(
            Map.of(Role.SUPPORT, Set.of(Permission.TICKET_READ, Permission.COMMENT_READ_INTERNAL)));
    assertThat(searchedBy(support, silent)).isEqualTo(CommentAccess.NONE);
  }

  private CommentAccess searchedBy(Actor actor) {
    return searchedBy(actor, TestRules.rolePolicy());
  }

  private CommentAccess searchedBy(Actor actor, RolePolicy policy) {
    List<TicketFilter> filters = new ArrayList<>();
    TicketQueries recorded =
        new TicketQueries() {
          @Override
          public Optional<Ticket> find(TicketId id) {
            return Optional.empty();
          }

          @Override
          public Page<TagCount> tags(PageSelection page) {
            return new Page<>(List.of(), Optional.empty(), OptionalLong.empty());
          }

          @Override
          public Map<TicketId, Highlights> highlights(String search, Collection<Ticket> tickets) {
            return Map.of();
          }

          @Override
          public Optional<Version> versionOf(TicketId id) {
            return Optional.empty();
          }

          @Override
          public Page<Ticket> list(
              TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
            filters.add(filter);
            return page();
          }
        };
    new TicketReadService(recorded, desk.department.employeeQueries(), policy)
        .list(query(actor, TicketFilter.all().with(new TicketSearch("x", CommentAccess.ALL))));
    return filters.getFirst().search().orElseThrow().comments();
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhatExists() {
    assertDenied(desk.somebody(), new MissingPermission(Permission.TICKET_READ));
    assertDenied(disabled(support), new UserDisabled());
    assertDenied(
        narrowed(support, Scope.EMPLOYEES_READ),
        new MissingScope(Permission.TICKET_READ, Scope.TICKETS_READ));
  }

  @Test
  void anEmployeesTicketsAskForBothPermissions() {
    ReadResult<Page<Ticket>> noEmployees =
        new ReadResult.Denied<>(new MissingScope(Permission.EMPLOYEE_READ, Scope.EMPLOYEES_READ));
    ReadResult<Page<Ticket>> noTickets =
        new ReadResult.Denied<>(new MissingScope(Permission.TICKET_READ, Scope.TICKETS_READ));

    for (EmployeeId id : List.of(iryna.id(), new EmployeeId(999))) {
      assertThat(listOf(id, query(narrowed(support, Scope.TICKETS_READ), TicketFilter.all())))
          .isEqualTo(noEmployees);
      assertThat(listOf(id, query(narrowed(support, Scope.EMPLOYEES_READ), TicketFilter.all())))
          .isEqualTo(noTickets);
    }
  }

  private void assertDenied(Actor actor, Denial denial) {
    for (TicketId id : List.of(ofIryna.id(), new TicketId(999))) {
      assertThat(desk.ticketReads.show(new ShowTicket.Query(actor, id, Precondition.NONE)))
          .isEqualTo(new ShowTicket.Result.Denied(denial));
    }
    assertThat(desk.ticketReads.list(query(actor, TicketFilter.all())))
        .isEqualTo(new AccessResult.Denied<>(denial));
  }

  private ReadResult<Page<Ticket>> listOf(EmployeeId employee, ListTickets.Query query) {
    return desk.ticketReads.list(new ListEmployeeTickets.Query(employee, query));
  }

  private static ListTickets.Query query(Actor actor, TicketFilter filter) {
    return new ListTickets.Query(
        actor,
        filter,
        Sort.descending(TicketSortField.ID),
        new PageSelection(5, Optional.empty(), true));
  }

  private static Page<Ticket> page(Ticket... tickets) {
    List<Ticket> views = List.of(tickets).stream().toList();
    return new Page<>(views, Optional.empty(), OptionalLong.of(views.size()));
  }
}
