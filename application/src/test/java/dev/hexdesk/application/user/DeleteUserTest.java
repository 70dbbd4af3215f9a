package dev.hexdesk.application.user;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.DeleteUser.Command;
import dev.hexdesk.application.user.DeleteUser.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeleteUserTest {
  private static final UserId NOBODY = new UserId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final User alice = desk.given.user(aUser().named("alice").withRoles(Role.SUPPORT));

  @Test
  void letsSomebodyGo() {
    assertThat(delete(admin, alice.id())).isEqualTo(new Result.Deleted());
    assertThat(desk.department.users().find(alice.id())).isEmpty();
  }

  @Test
  void doesNotKnowEverybody() {
    assertThat(delete(admin, NOBODY)).isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void noticesWhenTheUserIsDeletedMeanwhile() {
    Precondition meanwhile =
        present -> {
          desk.department.users().delete(alice.id());
          return true;
        };

    assertThat(desk.userChanges.delete(new Command(admin, alice.id(), meanwhile, Optional.empty())))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhoExists() {
    Result denied =
        new Result.Refused(new Refusal.Denied(new MissingPermission(Permission.USER_DELETE)));
    Actor manager = desk.somebody(Role.MANAGER);

    assertThat(delete(manager, alice.id())).isEqualTo(denied);
    assertThat(delete(manager, NOBODY)).isEqualTo(denied);
    assertThat(delete(disabled(admin), alice.id()))
        .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
    assertThat(delete(narrowed(admin, Scope.USERS_READ), alice.id()))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new MissingScope(Permission.USER_DELETE, Scope.USERS_WRITE))));
    assertThat(desk.department.users().find(alice.id())).contains(alice);
  }

  @Test
  void leavesAdministratorsToAdministrators() {
    TestUseCases regranted = new TestUseCases(Map.of(Role.MANAGER, Set.of(Permission.USER_DELETE)));
    Actor manager = regranted.somebody(Role.MANAGER);
    User root = regranted.given.user(aUser().named("root").withRoles(Role.ADMIN));

    assertThat(
            regranted.userChanges.delete(
                new Command(manager, root.id(), Precondition.NONE, Optional.empty())))
        .isEqualTo(
            new Result.Refused(
                new Refusal.Denied(new ReservedToAdministrators(Permission.USER_DELETE))));
  }

  @Test
  void holdsThePrecondition() {
    assertThat(
            desk.userChanges.delete(
                new Command(admin, alice.id(), present -> false, Optional.empty())))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(
            desk.userChanges.delete(
                new Command(admin, alice.id(), Version.FIRST::equals, Optional.empty())))
        .isEqualTo(new Result.Deleted());
  }

  @Test
  void keepsWhomTicketsName() {
    desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(alice));

    assertThat(delete(admin, alice.id())).isEqualTo(new Result.InUse());
    assertThat(desk.department.users().find(alice.id())).contains(alice);
  }

  @Test
  void handsTheTicketsOver() {
    User successor =
        desk.given.user(aUser().named("successor").withRoles(Role.SUPPORT).loginDenied());
    Ticket owned = desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(alice));
    Ticket assigned =
        desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(admin.id()).assignedTo(alice));

    assertThat(deleteInFavourOf(successor.id())).isEqualTo(new Result.Deleted());

    assertThat(stored(owned).ownerId()).isEqualTo(successor.id());
    assertThat(stored(owned).updatedAt()).isEqualTo(TestUseCases.NOW);
    assertThat(stored(assigned).ownerId()).isEqualTo(admin.id());
    assertThat(stored(assigned).details().assigneeId()).contains(successor.id());
  }

  @Test
  void needsNoTicketsToNameASuccessor() {
    assertThat(deleteInFavourOf(admin.id())).isEqualTo(new Result.Deleted());
  }

  static Stream<UserBuilder> unsuitable() {
    return Stream.of(
        aUser().named("successor").withRoles(Role.SUPPORT).disabled(), aUser().named("successor"));
  }

  @ParameterizedTest
  @MethodSource("unsuitable")
  void refusesASuccessorWhoMayNotWorkOnTickets(UserBuilder successor) {
    Ticket ticket = desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(alice));
    User unsuitable = desk.given.user(successor);

    assertThat(deleteInFavourOf(unsuitable.id())).isEqualTo(new Result.UnsuitableSuccessor());
    assertThat(stored(ticket)).isEqualTo(ticket);
  }

  @Test
  void refusesASuccessorWhoIsNobodyOrWhoLeaves() {
    assertThat(deleteInFavourOf(NOBODY)).isEqualTo(new Result.UnsuitableSuccessor());
    assertThat(deleteInFavourOf(alice.id())).isEqualTo(new Result.UnsuitableSuccessor());
    assertThat(desk.department.users().find(alice.id())).contains(alice);
  }

  @Test
  void handsNothingOverWhenTheUserIsKept() {
    Ticket ticket =
        desk.given.ticket(aTicket().forEmployee(iryna).ownedBy(admin.id()).assignedTo(alice));

    assertThat(
            desk.userChanges.delete(
                new Command(admin, admin.id(), Precondition.NONE, Optional.of(alice.id()))))
        .isEqualTo(new Result.LastAdministrator());
    assertThat(stored(ticket)).isEqualTo(ticket);
  }

  private Result delete(Actor actor, UserId id) {
    return desk.userChanges.delete(new Command(actor, id, Precondition.NONE, Optional.empty()));
  }

  private Result deleteInFavourOf(UserId successor) {
    return desk.userChanges.delete(
        new Command(admin, alice.id(), Precondition.NONE, Optional.of(successor)));
  }

  private Ticket stored(Ticket ticket) {
    return desk.department.tickets().findForUpdate(ticket.id()).orElseThrow();
  }
}
