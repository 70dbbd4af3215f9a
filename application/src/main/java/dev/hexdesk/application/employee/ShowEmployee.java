package dev.hexdesk.application.employee;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;

/** Shows one employee. */
public interface ShowEmployee {
  record Query(Actor actor, EmployeeId id) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Found(Employee employee) implements Result {}

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
