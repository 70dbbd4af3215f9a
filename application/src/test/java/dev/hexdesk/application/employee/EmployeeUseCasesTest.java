package dev.hexdesk.application.employee;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.contract.Filters;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets.EmployeeWithTickets;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EmployeeUseCasesTest {
  private static final EmployeeId NOBODY = new EmployeeId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor manager = desk.somebody(Role.MANAGER);
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee ann = desk.given.employee(anEmployee().called("Ann", "Lee"));

  @Test
  void addsAnEmployee() {
    EmployeeBuilder bob = anEmployee().called("Bob", "Ray").knownAs("Bobby");

    Employee created = ((CreateEmployee.Result.Created) create(manager, bob)).employee();

    Employee stored = stored(created.id());
    assertThat(created).isEqualTo(stored);
    assertThat(stored)
        .isEqualTo(
            new Employee(
                created.id(),
                bob.profile(),
                Optional.empty(),
                Version.FIRST,
                TestUseCases.NOW,
                TestUseCases.NOW));
  }

  @Test
  void addsNobodyWithTheNumberOrAddressOfAnother() {
    String phone = ann.profile().phone().orElseThrow().value();

    assertThat(create(manager, anEmployee().called("Bob", "Ray").withPhone(phone)))
        .isEqualTo(new CreateEmployee.Result.AlreadyExists("phone"));
    assertThat(create(manager, anEmployee().called("Bob", "Ray").withEmail("ANN.lee@WORK.example")))
        .isEqualTo(new CreateEmployee.Result.AlreadyExists("email"));
  }

  @Test
  void showsAnEmployee() {
    assertThat(show(support, ann.id())).isEqualTo(new ReadResult.Found<>(ann));
    assertThat(show(support, NOBODY)).isEqualTo(new ReadResult.Unknown<>());
    assertThat(showWithTickets(support, NOBODY)).isEqualTo(new ReadResult.Unknown<>());
  }

  @Test
  void showsTheirNewestTicketsOnDemand() {
    User owner = desk.given.user(aUser());
    desk.given.ticket(aTicket().forEmployee(desk.given.employee(anEmployee())).ownedBy(owner));
    List<Ticket> tickets = new ArrayList<>();
    for (int n = 0; n < ShowEmployeeWithTickets.NEWEST_TICKETS + 1; n++) {
      Ticket ticket = desk.given.ticket(aTicket().forEmployee(ann).ownedBy(owner));
      tickets.addFirst(ticket);
    }

    assertThat(showWithTickets(support, ann.id()))
        .isEqualTo(
            new ReadResult.Found<>(
                new EmployeeWithTickets(
                    ann, tickets.subList(0, ShowEmployeeWithTickets.NEWEST_TICKETS))));
  }

  @Test
  void showsTicketsOnlyToWhomTheyAreOpen() {
    Actor reader = narrowed(support, Scope.EMPLOYEES_READ);

    assertThat(show(reader, ann.id())).isInstanceOf(ReadResult.Found.class);
    assertThat(showWithTickets(reader, ann.id()))
        .isEqualTo(
            new ReadResult.Denied<>(new MissingScope(Permission.TICKET_READ, Scope.TICKETS_READ)));
  }

  @Test
  void listsThePageThatWasAskedFor() {
    desk.given.employee(anEmployee().called("Bob", "Ray"));
    EmployeeFilter filter = Filters.employee("lee", null, null, null, null);

    assertThat(
            desk.employees.list(
                new ListEmployees.Query(
                    support,
                    filter,
                    Sort.descending(EmployeeSortField.LAST_NAME),
                    new PageSelection(5, Optional.empty(), true))))
        .isEqualTo(
            new AccessResult.Granted<>(
                new Page<>(List.of(ann), Optional.empty(), OptionalLong.of(1))));
  }

  @Test
  void changesAnEmployee() {
    EmployeeBuilder wanted = anEmployee().called("Anna", "Lee").in("UA", "Lviv");

    assertThat(change(manager, ann.id(), Version.FIRST::equals, wanted))
        .isEqualTo(new ChangeEmployee.Result.Changed(stored(ann.id())));
    assertThat(stored(ann.id()))
        .isEqualTo(
            new Employee(
                ann.id(),
                wanted.profile(),
                Optional.empty(),
                new Version(2),
                ann.createdAt(),
                TestUseCases.NOW));
  }

  @Test
  void keepsVersionAndMomentWhereNothingDiffers() {
    assertThat(change(manager, ann.id(), Precondition.NONE, anEmployee().called("Ann", "Lee")))
        .isEqualTo(new ChangeEmployee.Result.Changed(ann));
    assertThat(stored(ann.id())).isEqualTo(ann);
  }

  @Test
  void leavesNobodyWithoutAName() {
    EmployeeChanges same = EmployeeChanges.to(ann.profile());
    EmployeeChanges nameless =
        new EmployeeChanges(
            Change.to(Optional.empty()),
            Change.to(Optional.empty()),
            same.nickName(),
            same.phone(),
            same.phoneExtension(),
            same.email(),
            same.birthday(),
            same.country(),
            same.city(),
            same.address());

    assertThat(
            desk.employees.change(
                new ChangeEmployee.Command(manager, ann.id(), Precondition.NONE, nameless)))
        .isEqualTo(new ChangeEmployee.Result.Nameless());
    assertThat(stored(ann.id())).isEqualTo(ann);
  }

  @Test
  void changesNothingWhereItMustNot() {
    Employee bob = desk.given.employee(anEmployee().called("Bob", "Ray"));
    EmployeeBuilder sameEmail =
        anEmployee().called("Ann", "Lee").withEmail(bob.profile().email().orElseThrow().value());

    assertThat(change(manager, NOBODY, Precondition.NONE, sameEmail))
        .isEqualTo(new ChangeEmployee.Result.Refused(new Refusal.Unknown()));
    assertThat(change(manager, ann.id(), present -> false, anEmployee()))
        .isEqualTo(new ChangeEmployee.Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(change(manager, ann.id(), Precondition.NONE, sameEmail))
        .isEqualTo(new ChangeEmployee.Result.AlreadyExists("email"));
    assertThat(stored(ann.id())).isEqualTo(ann);
  }

  @Test
  void removesAnEmployee() {
    assertThat(delete(manager, ann.id(), Version.FIRST::equals))
        .isEqualTo(new DeleteEmployee.Result.Deleted());
    assertThat(delete(manager, ann.id(), Precondition.NONE))
        .isEqualTo(new DeleteEmployee.Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void removesNobodyWhereItMustNot() {
    assertThat(delete(manager, ann.id(), present -> false))
        .isEqualTo(new DeleteEmployee.Result.Refused(new Refusal.PreconditionFailed()));

    desk.given.ticket(aTicket().forEmployee(ann).ownedBy(desk.given.user(aUser())));
    assertThat(delete(manager, ann.id(), Precondition.NONE))
        .isEqualTo(new DeleteEmployee.Result.InUse());
    assertThat(stored(ann.id())).isEqualTo(ann);
  }

  @Test
  void noticesWhenTheEmployeeIsRemovedMeanwhile() {
    Precondition meanwhile =
        present -> {
          desk.department.employees().delete(ann.id());
          return true;
        };

    assertThat(delete(manager, ann.id(), meanwhile))
        .isEqualTo(new DeleteEmployee.Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void deniesWritingToWhoMayOnlyReadWithoutTellingWhoExists() {
    for (EmployeeId id : List.of(ann.id(), NOBODY)) {
      assertWritingDenied(
          support,
          id,
          new MissingPermission(Permission.EMPLOYEE_CREATE),
          new MissingPermission(Permission.EMPLOYEE_UPDATE),
          new MissingPermission(Permission.EMPLOYEE_DELETE));
      assertWritingDenied(
          narrowed(manager, Scope.EMPLOYEES_READ),
          id,
          new MissingScope(Permission.EMPLOYEE_CREATE, Scope.EMPLOYEES_WRITE),
          new MissingScope(Permission.EMPLOYEE_UPDATE, Scope.EMPLOYEES_WRITE),
          new MissingScope(Permission.EMPLOYEE_DELETE, Scope.EMPLOYEES_WRITE));
    }
  }

  @Test
  void deniesReadingToWhoHasNoRoleOrIsDisabled() {
    assertReadingDenied(desk.somebody(), new MissingPermission(Permission.EMPLOYEE_READ));
    assertReadingDenied(disabled(manager), new UserDisabled());
  }

  private void assertWritingDenied(
      Actor actor, EmployeeId id, Denial create, Denial change, Denial delete) {
    assertThat(create(actor, anEmployee())).isEqualTo(new CreateEmployee.Result.Denied(create));
    assertThat(change(actor, id, Precondition.NONE, anEmployee()))
        .isEqualTo(new ChangeEmployee.Result.Refused(new Refusal.Denied(change)));
    assertThat(delete(actor, id, Precondition.NONE))
        .isEqualTo(new DeleteEmployee.Result.Refused(new Refusal.Denied(delete)));
  }

  private void assertReadingDenied(Actor actor, Denial denial) {
    for (EmployeeId id : List.of(ann.id(), NOBODY)) {
      assertThat(show(actor, id)).isEqualTo(new ReadResult.Denied<>(denial));
      assertThat(showWithTickets(actor, id)).isEqualTo(new ReadResult.Denied<>(denial));
    }
    assertThat(
            desk.employees.list(
                new ListEmployees.Query(
                    actor,
                    EmployeeFilter.all(),
                    Sort.ascending(EmployeeSortField.ID),
                    PageSelection.first(5))))
        .isEqualTo(new AccessResult.Denied<>(denial));
  }

  private CreateEmployee.Result create(Actor actor, EmployeeBuilder employee) {
    return desk.employees.create(new CreateEmployee.Command(actor, employee.profile()));
  }

  private ReadResult<Employee> show(Actor actor, EmployeeId id) {
    return desk.employees.show(new ShowEmployee.Query(actor, id));
  }

  private ReadResult<EmployeeWithTickets> showWithTickets(Actor actor, EmployeeId id) {
    return desk.ticketReads.show(new ShowEmployeeWithTickets.Query(actor, id));
  }

  private ChangeEmployee.Result change(
      Actor actor, EmployeeId id, Precondition precondition, EmployeeBuilder wanted) {
    return desk.employees.change(
        new ChangeEmployee.Command(actor, id, precondition, EmployeeChanges.to(wanted.profile())));
  }

  private DeleteEmployee.Result delete(Actor actor, EmployeeId id, Precondition precondition) {
    return desk.employees.delete(new DeleteEmployee.Command(actor, id, precondition));
  }

  private Employee stored(EmployeeId id) {
    return desk.department.employees().findForUpdate(id).orElseThrow();
  }
}
