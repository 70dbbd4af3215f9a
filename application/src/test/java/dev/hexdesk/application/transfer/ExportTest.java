package dev.hexdesk.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets files. */
class ExportTest {
  private static final RowStream<Ticket> TICKETS = (opened, handler) -> {};
  private static final RowStream<Employee> EMPLOYEES = (opened, handler) -> {};

  private static ExportService granting(Permission... permissions) {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    granted.addAll(Set.of(permissions));
    return new ExportService(
        (filter, sort) -> TICKETS,
        (filter, sort) -> EMPLOYEES,
        new RolePolicy(Map.of(Role.SUPPORT, granted)));
  }

  private static AccessResult<RowStream<Ticket>> tickets(ExportService service) {
    return service.export(
        new ExportTickets.Query(
            somebody(), TicketFilter.all(), Sort.ascending(TicketSortField.ID)));
  }

  private static AccessResult<RowStream<Employee>> employees(ExportService service) {
    return service.export(
        new ExportEmployees.Query(
            somebody(), EmployeeFilter.all(), Sort.ascending(EmployeeSortField.ID)));
  }

  private static Actor somebody() {
    return new Actor(new UserId(1), Set.of(Role.SUPPORT), false, Optional.empty());
  }

  @Test
  void ticketsNeedBothPermissions() {
    assertThat(tickets(granting(Permission.TICKET_READ, Permission.TICKET_EXPORT)))
        .isEqualTo(new AccessResult.Granted<>(TICKETS));
    assertThat(tickets(granting(Permission.TICKET_READ)))
        .isEqualTo(
            new AccessResult.Denied<>(new Decision.MissingPermission(Permission.TICKET_EXPORT)));
    assertThat(tickets(granting(Permission.TICKET_EXPORT)))
        .isEqualTo(
            new AccessResult.Denied<>(new Decision.MissingPermission(Permission.TICKET_READ)));
  }

  @Test
  void employeesNeedToBeReadable() {
    assertThat(employees(granting(Permission.EMPLOYEE_READ)))
        .isEqualTo(new AccessResult.Granted<>(EMPLOYEES));
    assertThat(employees(granting()))
        .isEqualTo(
            new AccessResult.Denied<>(new Decision.MissingPermission(Permission.EMPLOYEE_READ)));
  }
}
