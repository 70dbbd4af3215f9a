package dev.hexdesk.application.idempotency;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Set;

/** The employees and tickets that a stored response shows, with which it is forgotten. */
public record DataSubjects(Set<EmployeeId> employees, Set<TicketId> tickets) {
  /** Those of an answer that shows neither employees nor tickets. */
  public static final DataSubjects NONE = new DataSubjects(Set.of(), Set.of());

  public DataSubjects {
    employees = Set.copyOf(employees);
    tickets = Set.copyOf(tickets);
  }
}
