package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.ticket.CreateTicket.Command;
import dev.hexdesk.application.ticket.CreateTicket.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreateTicketTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());

  @Test
  void recordsATicketWhoseOwnerIsTheCaller() {
    User bob = desk.given.user(aUser().named("bobby").withRoles(Role.SUPPORT));
    TicketBuilder ticket =
        aTicket()
            .forEmployee(iryna)
            .assignedTo(bob)
            .withStatus(TicketStatus.PENDING)
            .withPriority(Priority.URGENT);

    Ticket created = ((Result.Created) create(support, ticket)).ticket();

    Ticket stored = desk.department.tickets().findForUpdate(created.id()).orElseThrow();
    assertThat(created).isEqualTo(stored);
    assertThat(stored)
        .isEqualTo(
            new Ticket(
                created.id(),
                ticket.details(),
                support.id(),
                Milestones.of(ticket.details().status(), TestUseCases.NOW),
                Optional.empty(),
                Optional.empty(),
                Version.FIRST,
                TestUseCases.NOW,
                TestUseCases.NOW));
  }

  @Test
  void callersMayTakeOnWhatTheyRecord() {
    assertThat(create(support, aTicket().forEmployee(iryna).assignedTo(support.id())))
        .isInstanceOf(Result.Created.class);
  }

  @Test
  void doesNotKnowEveryEmployee() {
    assertThat(create(support, aTicket().forEmployee(new EmployeeId(999))))
        .isEqualTo(new Result.UnknownEmployee());
  }

  static Stream<UserBuilder> unsuitable() {
    return Stream.of(
        aUser().named("assignee").withRoles(Role.SUPPORT).disabled(), aUser().named("assignee"));
  }

  @ParameterizedTest
  @MethodSource("unsuitable")
  void assignsNothingToWhoMayNotWorkOnIt(UserBuilder assignee) {
    User unsuitable = desk.given.user(assignee);

    assertThat(create(support, aTicket().forEmployee(iryna).assignedTo(unsuitable)))
        .isEqualTo(new Result.UnsuitableAssignee());
  }

  @Test
  void assignsNothingToNobody() {
    assertThat(create(support, aTicket().forEmployee(iryna).assignedTo(new UserId(999))))
        .isEqualTo(new Result.UnsuitableAssignee());
  }

  @Test
  void noticesWhenTheAssigneeIsDeletedMeanwhile() {
    User bob = desk.given.user(aUser().named("bobby").withRoles(Role.SUPPORT));
    desk.meanwhile(() -> desk.department.users().delete(bob.id()));

    assertThat(create(support, aTicket().forEmployee(iryna).assignedTo(bob)))
        .isEqualTo(new Result.UnsuitableAssignee());
  }

  @Test
  void noticesWhenTheCallerIsGone() {
    desk.department.users().delete(support.id());

    assertThat(create(support, aTicket().forEmployee(iryna))).isEqualTo(new Result.CallerGone());
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhoExists() {
    TicketBuilder forNobody = aTicket().forEmployee(new EmployeeId(999));

    assertThat(create(desk.somebody(), forNobody))
        .isEqualTo(new Result.Denied(new MissingPermission(Permission.TICKET_CREATE)));
    assertThat(create(disabled(support), forNobody))
        .isEqualTo(new Result.Denied(new UserDisabled()));
    assertThat(create(narrowed(support, Scope.TICKETS_READ), forNobody))
        .isEqualTo(
            new Result.Denied(new MissingScope(Permission.TICKET_CREATE, Scope.TICKETS_WRITE)));
  }

  private Result create(Actor actor, TicketBuilder ticket) {
    return desk.tickets.create(new Command(actor, ticket.details()));
  }
}
