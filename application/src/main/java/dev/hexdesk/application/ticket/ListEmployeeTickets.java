package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;

/** Lists the tickets of one employee, page by page. */
public interface ListEmployeeTickets {
  record Query(EmployeeId employee, ListTickets.Query tickets) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Listed(Page<Ticket> page) implements Result {}

    record Denied(Denial denial) implements Result {}

    record UnknownEmployee() implements Result {}
  }

  Result list(Query query);
}
