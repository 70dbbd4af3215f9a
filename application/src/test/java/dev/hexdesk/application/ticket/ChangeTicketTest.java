package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.ChangeTicket.Command;
import dev.hexdesk.application.ticket.ChangeTicket.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.TicketWorkflow;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTicketTest {
  private static final TicketId NONE = new TicketId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final User owner = desk.given.user(aUser().named("owner"));
  private final User bob = desk.given.user(aUser().named("bobby").withRoles(Role.SUPPORT));
  private final Ticket ticket = desk.given.ticket(wanted());

  @Test
  void changesATicket() {
    TicketBuilder changed =
        wanted().assignedTo(bob).titled("Cold again").withStatus(TicketStatus.RESOLVED);

    assertThat(change(changed)).isEqualTo(new Result.Changed(stored()));
    assertThat(stored())
        .isEqualTo(
            new Ticket(
                ticket.id(),
                changed.details(),
                owner.id(),
                Milestones.of(TicketStatus.RESOLVED, TestUseCases.NOW),
                Optional.empty(),
                Optional.empty(),
                new Version(2),
                ticket.createdAt(),
                TestUseCases.NOW));
  }

  @Test
  void keepsVersionAndMomentWhereNothingDiffers() {
    assertThat(change(wanted())).isEqualTo(new Result.Changed(ticket));
    assertThat(stored()).isEqualTo(ticket);
  }

  @Test
  void goesAlongTheWorkflowAlone() {
    change(wanted().withStatus(TicketStatus.CLOSED));
    Ticket closed = stored();

    assertThat(change(wanted().withStatus(TicketStatus.PENDING).titled("Cold again")))
        .isEqualTo(
            new Result.IllegalTransition(
                TicketStatus.CLOSED,
                TicketStatus.PENDING,
                TicketWorkflow.successorsOf(TicketStatus.CLOSED)));
    assertThat(stored()).isEqualTo(closed);
  }

  @Test
  void doesNotKnowEveryTicketNorEveryEmployee() {
    assertThat(
            desk.tickets.change(
                new Command(
                    support, NONE, Precondition.NONE, TicketChanges.to(wanted().details()))))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
    assertThat(change(wanted().forEmployee(new EmployeeId(999))))
        .isEqualTo(new Result.UnknownEmployee());
    assertThat(stored()).isEqualTo(ticket);
  }

  @Test
  void holdsThePrecondition() {
    TicketChanges changes = TicketChanges.to(wanted().titled("Cold again").details());

    assertThat(desk.tickets.change(new Command(support, ticket.id(), present -> false, changes)))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(
            desk.tickets.change(new Command(support, ticket.id(), Version.FIRST::equals, changes)))
        .isInstanceOf(Result.Changed.class);
  }

  @Test
  void assignsNothingToWhoMayNotWorkOnIt() {
    User idle = desk.given.user(aUser().named("idler").withRoles(Role.SUPPORT).disabled());

    for (UserId unsuitable : new UserId[] {idle.id(), owner.id(), new UserId(999)}) {
      assertThat(change(wanted().assignedTo(unsuitable)))
          .isEqualTo(new Result.UnsuitableAssignee());
    }
    assertThat(stored()).isEqualTo(ticket);
  }

  @Test
  void keepsAnAssigneeWhoWasDisabledSince() {
    change(wanted().assignedTo(bob));
    disableBob();

    assertThat(change(wanted().assignedTo(bob).titled("Cold again")))
        .isInstanceOf(Result.Changed.class);
    assertThat(stored().details().assigneeId()).contains(bob.id());
  }

  @Test
  void takesATicketFromADisabledAssigneeAndDoesNotGiveItBack() {
    change(wanted().assignedTo(bob));
    disableBob();

    assertThat(change(wanted().unassigned())).isInstanceOf(Result.Changed.class);
    assertThat(change(wanted().assignedTo(bob))).isEqualTo(new Result.UnsuitableAssignee());
  }

  @Test
  void noticesWhenTheAssigneeIsDeletedMeanwhile() {
    desk.meanwhile(() -> desk.department.users().delete(bob.id()));

    assertThat(change(wanted().assignedTo(bob))).isEqualTo(new Result.UnsuitableAssignee());
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhatExists() {
    for (TicketId id : new TicketId[] {ticket.id(), NONE}) {
      assertThat(change(desk.somebody(), id))
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(new MissingPermission(Permission.TICKET_UPDATE))));
      assertThat(change(disabled(support), id))
          .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
      assertThat(change(narrowed(support, Scope.TICKETS_READ), id))
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(
                      new MissingScope(Permission.TICKET_UPDATE, Scope.TICKETS_WRITE))));
    }
  }

  private TicketBuilder wanted() {
    return aTicket().forEmployee(iryna).ownedBy(owner);
  }

  private Result change(TicketBuilder changed) {
    return desk.tickets.change(
        new Command(support, ticket.id(), Precondition.NONE, TicketChanges.to(changed.details())));
  }

  private Result change(Actor actor, TicketId id) {
    return desk.tickets.change(
        new Command(actor, id, Precondition.NONE, TicketChanges.to(wanted().details())));
  }

  private void disableBob() {
    desk.department
        .users()
        .update(
            bob.with(
                aUser().named("bobby").withRoles(Role.SUPPORT).disabled().profile(),
                TestUseCases.NOW));
  }

  private Ticket stored() {
    return desk.department.tickets().findForUpdate(ticket.id()).orElseThrow();
  }
}
