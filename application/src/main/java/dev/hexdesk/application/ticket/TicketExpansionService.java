package dev.hexdesk.application.ticket;

import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds whom tickets name. */
public record TicketExpansionService(
    EmployeeQueries employees, UserQueries users, RolePolicy policy) implements ExpandTickets {
  @Override
  public ExpandedRelations relate(
      Actor actor, Collection<Ticket> tickets, Set<ExpandableRelation> wanted) {
    if (wanted.isEmpty()) {
      return ExpandedRelations.NONE;
    }
    boolean employeesInFull = policy.permits(actor, Permission.EMPLOYEE_READ);
    boolean usersInFull = policy.permits(actor, Permission.USER_READ);
    return new ExpandedRelations(
        wanted,
        employeesInFull ? employeesOf(tickets, wanted) : Map.of(),
        employeesInFull,
        usersOf(tickets, wanted),
        usersInFull);
  }

  private Map<EmployeeId, Employee> employeesOf(
      Collection<Ticket> tickets, Set<ExpandableRelation> wanted) {
    Set<EmployeeId> named = new HashSet<>();
    if (wanted.contains(ExpandableRelation.EMPLOYEE)) {
      tickets.forEach(ticket -> named.add(ticket.details().employeeId()));
    }
    return named.isEmpty()
        ? Map.of()
        : employees.all(named).stream()
            .collect(Collectors.toMap(Employee::id, Function.identity()));
  }

  private Map<UserId, User> usersOf(Collection<Ticket> tickets, Set<ExpandableRelation> wanted) {
    Set<UserId> named = new HashSet<>();
    if (wanted.contains(ExpandableRelation.OWNER)) {
      tickets.forEach(ticket -> named.add(ticket.ownerId()));
    }
    if (wanted.contains(ExpandableRelation.ASSIGNEE)) {
      tickets.forEach(ticket -> ticket.details().assigneeId().ifPresent(named::add));
    }
    return named.isEmpty()
        ? Map.of()
        : users.all(named).stream().collect(Collectors.toMap(User::id, Function.identity()));
  }
}
