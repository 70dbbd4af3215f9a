package dev.hexdesk.application.memory;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.employee.EmployeeRepository;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.employee.EmployeeView;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Employees in memory, with the constraints that a database would have. */
public final class InMemoryEmployees implements EmployeeRepository, EmployeeQueries {
  private final InMemoryDepartment department;

  InMemoryEmployees(InMemoryDepartment department) {
    this.department = department;
  }

  @Override
  public Storing insert(EmployeeProfile profile, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          EmployeeId id = new EmployeeId(department.nextId());
          return store(new Employee(id, profile, Optional.empty(), Version.FIRST, now, now));
        });
  }

  @Override
  public Optional<Employee> findForUpdate(EmployeeId id) {
    return department.unitOfWork.statement(() -> Optional.ofNullable(department.employees.get(id)));
  }

  @Override
  public Storing update(Employee employee) {
    return department.unitOfWork.statement(
        () -> {
          Employee before = department.employees.get(employee.id());
          if (before == null || !before.version().next().equals(employee.version())) {
            throw new StaleVersion("employee " + employee.id().value());
          }
          return store(employee);
        });
  }

  @Override
  public void erase(Employee employee) {
    update(employee);
  }

  private Storing store(Employee employee) {
    EmployeeProfile profile = employee.profile();
    for (Employee other : department.employees.values()) {
      if (other.id().equals(employee.id())) {
        continue;
      }
      if (profile.phone().isPresent() && other.profile().phone().equals(profile.phone())) {
        return department.unitOfWork.refused(new Storing.Taken("phone"));
      }
      if (profile.email().isPresent() && key(other.profile()).equals(key(profile))) {
        return department.unitOfWork.refused(new Storing.Taken("email"));
      }
    }
    department.employees.put(employee.id(), employee);
    return new Storing.Stored(employee);
  }

  private static Optional<String> key(EmployeeProfile profile) {
    return profile.email().map(EmailAddress::key);
  }

  @Override
  public Deletion delete(EmployeeId id) {
    return department.unitOfWork.statement(
        () -> {
          if (department.tickets.values().stream()
              .anyMatch(ticket -> ticket.details().employeeId().equals(id))) {
            return department.unitOfWork.refused(new Deletion.InUse());
          }
          return department.employees.remove(id) == null
              ? new Deletion.Unknown()
              : new Deletion.Deleted();
        });
  }

  @Override
  public Optional<EmployeeView> find(EmployeeId id) {
    return findForUpdate(id).map(EmployeeView::of);
  }

  @Override
  public List<EmployeeView> all(Set<EmployeeId> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Page<EmployeeView> list(
      EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.employees.values().stream()
                    .map(EmployeeView::of)
                    .filter(employee -> matches(filter, employee)),
                keyOf(sort.field()),
                employee -> employee.id().value(),
                sort.descending(),
                page));
  }

  private static boolean matches(EmployeeFilter filter, EmployeeView employee) {
    return (filter.phone().isEmpty() || filter.phone().equals(employee.phone()))
        && (filter.email().isEmpty()
            || filter
                .email()
                .map(EmailAddress::keyOf)
                .equals(employee.email().map(EmailAddress::keyOf)))
        && (filter.country().isEmpty() || filter.country().equals(employee.country()))
        && (filter.city().isEmpty() || filter.city().equals(employee.city()))
        && Matching.words(
            filter.q(),
            employee.firstName().orElse(""),
            employee.lastName().orElse(""),
            employee.nickName().orElse(""),
            employee.phone().orElse(""),
            employee.email().orElse(""));
  }

  private static Paging.Key<EmployeeView> keyOf(EmployeeSortField field) {
    return switch (field) {
      case ID -> Paging.Key.number(employee -> employee.id().value());
      case LAST_NAME -> Paging.Key.text(EmployeeView::sortName);
      case CREATED_AT -> Paging.Key.instant(EmployeeView::createdAt);
      case UPDATED_AT -> Paging.Key.instant(EmployeeView::updatedAt);
    };
  }
}
