package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.shared.VersionedWrites;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import java.time.InstantSource;

/** All that is done with employees. */
public record EmployeeService(
    UnitOfWork unitOfWork,
    EmployeeRepository employees,
    EmployeeQueries queries,
    RolePolicy policy,
    InstantSource clock)
    implements CreateEmployee, ShowEmployee, ListEmployees, ChangeEmployee, DeleteEmployee {
  @Override
  public CreateEmployee.Result create(CreateEmployee.Command command) {
    if (policy.decide(command.actor(), Permission.EMPLOYEE_CREATE) instanceof Denial denial) {
      return new CreateEmployee.Result.Denied(denial);
    }
    return unitOfWork.inTransaction(
        () ->
            switch (employees.insert(command.profile(), clock.instant())) {
              case UniqueStoring.Stored(Employee employee) ->
                  new CreateEmployee.Result.Created(employee);
              case UniqueStoring.AlreadyExists(String field) ->
                  new CreateEmployee.Result.AlreadyExists(field);
            });
  }

  @Override
  public ReadResult<Employee> show(ShowEmployee.Query query) {
    return ReadResult.of(
        policy.decide(query.actor(), Permission.EMPLOYEE_READ), () -> queries.find(query.id()));
  }

  @Override
  public AccessResult<Page<Employee>> list(ListEmployees.Query query) {
    return AccessResult.of(
        policy.decide(query.actor(), Permission.EMPLOYEE_READ),
        () -> queries.list(query.filter(), query.sort(), query.page()));
  }

  @Override
  public ChangeEmployee.Result change(ChangeEmployee.Command command) {
    return writes(Permission.EMPLOYEE_UPDATE)
        .run(command, ChangeEmployee.Result.Refused::new, employee -> change(command, employee));
  }

  private ChangeEmployee.Result change(ChangeEmployee.Command command, Employee employee) {
    if (employee.erasedAt().isPresent()) {
      return new ChangeEmployee.Result.Erased();
    }
    if (command.changes().leaveNoName(employee.profile())) {
      return new ChangeEmployee.Result.Nameless();
    }
    Employee after =
        employee.with(command.changes().appliedTo(employee.profile()), clock.instant());
    if (after.equals(employee)) {
      return new ChangeEmployee.Result.Changed(employee);
    }
    return switch (employees.update(after)) {
      case UniqueStoring.Stored(Employee stored) -> new ChangeEmployee.Result.Changed(stored);
      case UniqueStoring.AlreadyExists(String field) ->
          new ChangeEmployee.Result.AlreadyExists(field);
    };
  }

  @Override
  public DeleteEmployee.Result delete(DeleteEmployee.Command command) {
    return writes(Permission.EMPLOYEE_DELETE)
        .run(command, DeleteEmployee.Result.Refused::new, this::delete);
  }

  private DeleteEmployee.Result delete(Employee employee) {
    return switch (employees.delete(employee.id())) {
      case DELETED -> new DeleteEmployee.Result.Deleted();
      case IN_USE -> new DeleteEmployee.Result.InUse();
      case UNKNOWN -> new DeleteEmployee.Result.Refused(new Refusal.Unknown());
    };
  }

  private VersionedWrites<EmployeeId, Employee> writes(Permission needed) {
    return new VersionedWrites<>(unitOfWork, policy, needed, employees::findForUpdate);
  }
}
