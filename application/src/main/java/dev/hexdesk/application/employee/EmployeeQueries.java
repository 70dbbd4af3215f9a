package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.EmployeeId;
import java.util.Optional;

/** Reads employees for showing. */
public interface EmployeeQueries {
  Optional<EmployeeView> find(EmployeeId id);

  /**
   * A page of those that the filter lets through.
   *
   * @throws dev.hexdesk.application.shared.InvalidPosition when no row of a list so sorted can be
   *     where the page shall begin
   */
  Page<EmployeeView> list(EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page);
}
