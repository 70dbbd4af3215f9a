package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import java.util.List;

/** Shows one employee with their newest tickets, to those who may read both. */
public interface ShowEmployeeWithTickets {
  /** How many tickets are shown with an employee. */
  int NEWEST_TICKETS = 20;

  record Query(Actor actor, EmployeeId id) {}

  /**
   * @param tickets the newest ones, newest first
   */
  record EmployeeWithTickets(Employee employee, List<Ticket> tickets) {
    public EmployeeWithTickets {
      tickets = List.copyOf(tickets);
    }
  }

  ReadResult<EmployeeWithTickets> show(Query query);
}
