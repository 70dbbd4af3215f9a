package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Precondition;

/** Removes an employee for whom there is no ticket. */
public interface DeleteEmployee {
  record Command(Actor actor, EmployeeId id, Precondition precondition)
      implements VersionedCommand<EmployeeId> {}

  /** The possible outcomes. */
  sealed interface Result {
    record Deleted() implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** There are tickets for the employee. */
    record InUse() implements Result {}
  }

  Result delete(Command command);
}
