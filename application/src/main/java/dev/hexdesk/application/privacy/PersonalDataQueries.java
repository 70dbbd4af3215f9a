package dev.hexdesk.application.privacy;

import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import java.util.Optional;

/** Reads what is stored on employees. */
public interface PersonalDataQueries {
  Optional<Employee> find(EmployeeId id);

  /**
   * Tickets that are for the employee, then all comments on these, then history: all that happened
   * to these tickets, and to deleted ones that were for the employee last; of tickets that are for
   * somebody else by now, only what names the employee. Each in the order of the ids.
   *
   * @param access which comments, and entries on comments, are among it
   */
  RowStream<PersonalDataItem> extract(EmployeeId id, CommentAccess access);
}
