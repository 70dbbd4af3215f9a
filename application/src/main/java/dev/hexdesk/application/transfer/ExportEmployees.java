package dev.hexdesk.application.transfer;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.Employee;

/** Hands out all employees that match, however many. */
public interface ExportEmployees {
  record Query(Actor actor, EmployeeFilter filter, Sort<EmployeeSortField> sort) {}

  AccessResult<RowStream<Employee>> export(Query query);
}
