package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a file with what it names, as the store has it.
 *
 * @param present the ticket that is there already
 * @param ofErased whether the present ticket is of an employee who was erased
 * @param employee whom the row names as the ticket's employee, if there is such a one
 * @param assignee whom the row names as its assignee, if there is such a one
 * @param ownerExists whether the owner whom the row names exists
 */
public record MatchedTicket(
    ImportedTicket row,
    Optional<Ticket> present,
    boolean ofErased,
    Optional<Employee> employee,
    Optional<Assignee> assignee,
    boolean ownerExists) {
  public record Employee(EmployeeId id, boolean erased) {}

  public record Assignee(UserId id, Set<Role> roles, boolean disabled) {
    public Assignee {
      roles = Set.copyOf(roles);
    }
  }
}
