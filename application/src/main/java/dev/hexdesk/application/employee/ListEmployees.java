package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.Employee;

/** Lists employees, page by page. */
public interface ListEmployees {
  record Query(
      Actor actor, EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page) {}

  AccessResult<Page<Employee>> list(Query query);
}
