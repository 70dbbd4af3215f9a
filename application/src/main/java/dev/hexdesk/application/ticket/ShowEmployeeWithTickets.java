package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import java.util.List;

/** Shows one employee with their newest tickets, to those who may read both. */
public interface ShowEmployeeWithTickets {
  /** How many tickets are shown with an employee. */
  int NEWEST_TICKETS = 20;

  record Query(Actor actor, EmployeeId id) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param tickets the newest ones, newest first
     */
    record Found(Employee employee, List<Ticket> tickets) implements Result {
      public Found {
        tickets = List.copyOf(tickets);
      }
    }

    record Denied(Denial denial) implements Result {}

    record UnknownEmployee() implements Result {}
  }

  Result show(Query query);
}
