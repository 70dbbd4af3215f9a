package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.Map;
import java.util.Set;

/**
 * Whom tickets name.
 *
 * @param wanted the relations that were asked for
 * @param employeesInFull whether the caller may read employees; else they see the id alone
 * @param usersInFull whether the caller may read users; else they see the id and the names alone
 */
public record ExpandedRelations(
    Set<ExpandableRelation> wanted,
    Map<EmployeeId, Employee> employees,
    boolean employeesInFull,
    Map<UserId, User> users,
    boolean usersInFull) {
  /** For who asked for nothing. */
  public static final ExpandedRelations NONE =
      new ExpandedRelations(Set.of(), Map.of(), false, Map.of(), false);

  public ExpandedRelations {
    wanted = Set.copyOf(wanted);
    employees = Map.copyOf(employees);
    users = Map.copyOf(users);
  }
}
