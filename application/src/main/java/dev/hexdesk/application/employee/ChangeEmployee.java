package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Precondition;

/** Changes an employee, in part or in whole. */
public interface ChangeEmployee {
  record Command(Actor actor, EmployeeId id, Precondition precondition, EmployeeChanges changes)
      implements VersionedCommand<EmployeeId> {}

  /** The possible outcomes. */
  sealed interface Result {
    /** The employee as they are now, whether or not that differs from before. */
    record Changed(Employee employee) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** Nothing is left of the person that could be changed. */
    record Erased() implements Result {}

    /** Neither a first nor a last name would be left. */
    record Nameless() implements Result {}

    /** Somebody else has that {@code phone} or {@code email}. */
    record AlreadyExists(String field) implements Result {}
  }

  Result change(Command command);
}
