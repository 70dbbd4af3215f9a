package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;

/** Lists the tickets of one employee, page by page. */
public interface ListEmployeeTickets {
  record Query(EmployeeId employee, ListTickets.Query tickets) {}

  ReadResult<Page<Ticket>> list(Query query);
}
