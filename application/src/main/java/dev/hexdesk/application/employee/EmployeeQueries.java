package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads employees for showing. */
public interface EmployeeQueries {
  Optional<Employee> find(EmployeeId id);

  /** Those of the ids that there are, in no order. */
  List<Employee> all(Set<EmployeeId> ids);

  /**
   * A page of those that the filter lets through.
   *
   * @throws dev.hexdesk.application.shared.InvalidPosition when no row of a list so sorted can be
   *     where the page shall begin
   */
  Page<Employee> list(EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page);
}
