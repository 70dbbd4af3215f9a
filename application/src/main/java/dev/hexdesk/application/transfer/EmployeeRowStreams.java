package dev.hexdesk.application.transfer;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.Employee;

/** Reads all employees that a filter lets through. */
public interface EmployeeRowStreams {
  RowStream<Employee> extract(EmployeeFilter filter, Sort<EmployeeSortField> sort);
}
