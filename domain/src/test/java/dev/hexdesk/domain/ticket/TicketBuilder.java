package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/** Makes tickets for tests. */
public final class TicketBuilder {
  private long id = 1;
  private EmployeeId employee = new EmployeeId(1);
  private UserId owner = new UserId(1);
  private Optional<UserId> assignee = Optional.empty();
  private String title = "Printer on fire";
  private String description = "It burns.\nBlue smoke, too.";
  private TicketStatus status = TicketStatus.NEW;
  private Priority priority = Priority.NORMAL;
  private Version version = Version.FIRST;

  public TicketBuilder withId(long id) {
    this.id = id;
    return this;
  }

  public TicketBuilder forEmployee(Employee employee) {
    return forEmployee(employee.id());
  }

  public TicketBuilder forEmployee(EmployeeId employee) {
    this.employee = employee;
    return this;
  }

  public TicketBuilder ownedBy(User owner) {
    return ownedBy(owner.id());
  }

  public TicketBuilder ownedBy(UserId owner) {
    this.owner = owner;
    return this;
  }

  public TicketBuilder assignedTo(User assignee) {
    return assignedTo(assignee.id());
  }

  public TicketBuilder assignedTo(UserId assignee) {
    this.assignee = Optional.of(assignee);
    return this;
  }

  public TicketBuilder unassigned() {
    this.assignee = Optional.empty();
    return this;
  }

  public TicketBuilder titled(String title) {
    this.title = title;
    return this;
  }

  public TicketBuilder describedAs(String description) {
    this.description = description;
    return this;
  }

  public TicketBuilder withStatus(TicketStatus status) {
    this.status = status;
    return this;
  }

  public TicketBuilder withPriority(Priority priority) {
    this.priority = priority;
    return this;
  }

  public TicketBuilder withVersion(long number) {
    this.version = new Version(number);
    return this;
  }

  public UserId owner() {
    return owner;
  }

  public TicketDetails details() {
    return new TicketDetails(
        employee, new Title(title), new Description(description), status, priority, assignee);
  }

  public Ticket build() {
    return new Ticket(new TicketId(id), details(), owner, version, Fixtures.NOON, Fixtures.NOON);
  }
}
