package dev.hexdesk.application.employee;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeProfile;

/** Adds a person whom the department supports. */
public interface CreateEmployee {
  record Command(Actor actor, EmployeeProfile profile) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Created(Employee employee) implements Result {}

    record Denied(Denial denial) implements Result {}

    /** Somebody has that {@code phone} or {@code email}. */
    record AlreadyExists(String field) implements Result {}
  }

  Result create(Command command);
}
