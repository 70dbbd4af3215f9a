package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import java.time.Instant;
import java.util.Optional;

/** Keeps employees. Phone numbers and e-mail addresses are unique, addresses in any letter case. */
public interface EmployeeRepository {
  UniqueStoring<Employee> insert(EmployeeProfile profile, Instant now);

  /** Reads an employee whom nobody else can change until the transaction ends. */
  Optional<Employee> findForUpdate(EmployeeId id);

  /**
   * Stores a changed employee.
   *
   * @throws dev.hexdesk.application.shared.StaleVersion when the stored version is not the one
   *     before, or there is none any more
   */
  UniqueStoring<Employee> update(Employee employee);

  /**
   * Stores an employee who was erased, and forgets what other systems call them. Their tickets are
   * found by the old name until their traces are removed, too.
   *
   * @throws dev.hexdesk.application.shared.StaleVersion when the stored version is not the one
   *     before, or there is none any more
   */
  void erase(Employee employee);

  Deletion delete(EmployeeId id);
}
