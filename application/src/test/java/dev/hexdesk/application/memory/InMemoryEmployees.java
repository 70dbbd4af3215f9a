package dev.hexdesk.application.memory;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.employee.EmployeeRepository;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Employees in memory, with the constraints that a database would have. */
public record InMemoryEmployees(InMemoryDepartment department)
    implements EmployeeRepository, EmployeeQueries {
  @Override
  public UniqueStoring<Employee> insert(EmployeeProfile profile, Instant now) {
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
  public UniqueStoring<Employee> update(Employee employee) {
    return department.unitOfWork.statement(
        () -> {
          InMemoryDepartment.requireCurrent(department.employees.get(employee.id()), employee);
          return store(employee);
        });
  }

  @Override
  public void erase(Employee employee) {
    update(employee);
  }

  private UniqueStoring<Employee> store(Employee employee) {
    EmployeeProfile profile = employee.profile();
    for (Employee other : department.employees.values()) {
      if (other.id().equals(employee.id())) {
        continue;
      }
      if (profile.phone().isPresent() && other.profile().phone().equals(profile.phone())) {
        return department.unitOfWork.refused(new UniqueStoring.AlreadyExists<>("phone"));
      }
      if (profile.email().isPresent() && key(other.profile()).equals(key(profile))) {
        return department.unitOfWork.refused(new UniqueStoring.AlreadyExists<>("email"));
      }
    }
    department.employees.put(employee.id(), employee);
    return new UniqueStoring.Stored<>(employee);
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
            return department.unitOfWork.refused(Deletion.IN_USE);
          }
          return department.employees.remove(id) == null ? Deletion.UNKNOWN : Deletion.DELETED;
        });
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return findForUpdate(id);
  }

  @Override
  public List<Employee> all(Set<EmployeeId> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Page<Employee> list(
      EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.employees.values().stream()
                    .filter(employee -> matches(filter, employee.profile())),
                keyOf(sort.field()),
                employee -> employee.id().value(),
                sort.descending(),
                page));
  }

  private static boolean matches(EmployeeFilter filter, EmployeeProfile profile) {
    return Matching.exactlyOptional(filter.phone(), profile.phone().map(PhoneNumber::number))
        && Matching.exactlyOptional(filter.email().map(EmailAddress::keyOf), key(profile))
        && Matching.place(filter.country(), profile.country().map(Country::value))
        && Matching.place(filter.city(), profile.city().map(City::value))
        && Matching.words(
            filter.q(),
            profile.firstName().map(PersonName::value).orElse(""),
            profile.lastName().map(PersonName::value).orElse(""),
            profile.nickName().map(NickName::value).orElse(""),
            profile.phone().map(PhoneNumber::number).orElse(""),
            profile.email().map(EmailAddress::value).orElse(""));
  }

  private static Paging.Key<Employee> keyOf(EmployeeSortField field) {
    return switch (field) {
      case ID -> Paging.Key.number(employee -> employee.id().value());
      case LAST_NAME -> Paging.Key.text(employee -> employee.profile().sortName().value());
      case CREATED_AT -> Paging.Key.instant(Employee::createdAt);
      case UPDATED_AT -> Paging.Key.instant(Employee::updatedAt);
    };
  }
}
