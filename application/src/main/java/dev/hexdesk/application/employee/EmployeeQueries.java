package dev.hexdesk.application.employee;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageRequest;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.EmployeeId;
import java.util.Optional;

/** Reads employees for showing. */
public interface EmployeeQueries {
  Optional<EmployeeView> find(EmployeeId id);

  Page<EmployeeView> list(EmployeeFilter filter, Sort<EmployeeSortField> sort, PageRequest page);
}
