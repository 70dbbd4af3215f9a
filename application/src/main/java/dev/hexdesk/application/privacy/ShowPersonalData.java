package dev.hexdesk.application.privacy;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;

/** Hands out all that is stored on an employee, however much. */
public interface ShowPersonalData {
  record Query(Actor actor, EmployeeId id) {}

  /**
   * @param access which comments are among the data, and what tells of them
   * @param data tickets first, then comments, then what happened, each in the order of the ids
   */
  record PersonalData(Employee person, CommentAccess access, RowStream<PersonalDataItem> data) {}

  ReadResult<PersonalData> show(Query query);
}
