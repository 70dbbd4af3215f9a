package dev.hexdesk.application.transfer;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.Employee;

/** Hands out all employees that match, however many. */
public interface ExportEmployees {
  record Query(Actor actor, EmployeeFilter filter, Sort<EmployeeSortField> sort) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Granted(RowStream<Employee> employees) implements Result {}

    record Denied(Denial denial) implements Result {}
  }

  Result export(Query query);
}
