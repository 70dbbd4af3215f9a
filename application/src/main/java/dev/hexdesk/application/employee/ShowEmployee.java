package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;

/** Shows one employee. */
public interface ShowEmployee {
  record Query(Actor actor, EmployeeId id) {}

  ReadResult<Employee> show(Query query);
}
