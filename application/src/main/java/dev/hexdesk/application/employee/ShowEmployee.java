package dev.hexdesk.application.employee;

import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.EmployeeId;
import java.util.List;
import java.util.Optional;

/** Shows one employee, on demand with their newest tickets. */
public interface ShowEmployee {
  /** How many tickets are shown with an employee. */
  int NEWEST_TICKETS = 20;

  record Query(Actor actor, EmployeeId id, boolean withTickets) {}

  /** What came of it. */
  sealed interface Result {
    /**
     * @param tickets the newest ones, newest first; empty where nobody asked
     */
    record Found(EmployeeView employee, Optional<List<TicketView>> tickets) implements Result {}

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
