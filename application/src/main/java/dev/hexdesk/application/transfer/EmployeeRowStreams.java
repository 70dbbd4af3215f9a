package dev.hexdesk.application.transfer;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.employee.EmployeeView;
import dev.hexdesk.application.shared.Sort;

/** Reads all employees that a filter lets through. */
public interface EmployeeRowStreams {
  RowStream<EmployeeView> extract(EmployeeFilter filter, Sort<EmployeeSortField> sort);
}
