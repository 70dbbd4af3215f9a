package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An update of a ticket, partial or whole. */
public record TicketChanges(
    Change<EmployeeId> employeeId,
    Change<Title> title,
    Change<Description> description,
    Change<TicketStatus> status,
    Change<Priority> priority,
    Change<Optional<UserId>> assigneeId,
    Change<Set<Tag>> tags,
    Change<Optional<Instant>> dueAt) {

  /** The update that leaves all as it is. */
  public static final TicketChanges NONE =
      new TicketChanges(
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep());

  /** The update that replaces everything. */
  public static TicketChanges to(TicketDetails details) {
    return new TicketChanges(
        Change.to(details.employeeId()),
        Change.to(details.title()),
        Change.to(details.description()),
        Change.to(details.status()),
        Change.to(details.priority()),
        Change.to(details.assigneeId()),
        Change.to(details.tags()),
        Change.to(details.dueAt()));
  }

  /** The update that gives the ticket to a user, or takes it from whoever works on it. */
  public static TicketChanges ofAssignee(Optional<UserId> assignee) {
    return NONE.with(Change.keep(), Change.to(assignee));
  }

  /** These changes, with other ones of whom the ticket is for and who works on it. */
  public TicketChanges with(Change<EmployeeId> employee, Change<Optional<UserId>> assignee) {
    return new TicketChanges(employee, title, description, status, priority, assignee, tags, dueAt);
  }

  /**
   * What a new ticket is by these changes, and by the defaults where they say nothing.
   *
   * @throws java.util.NoSuchElementException if they leave out the employee, the title or the
   *     description, for which there is no default
   */
  public TicketDetails asNew() {
    return new TicketDetails(
        employeeId.orElseThrow(),
        title.orElseThrow(),
        description.orElseThrow(),
        status.appliedTo(TicketStatus.NEW),
        priority.appliedTo(Priority.NORMAL),
        assigneeId.appliedTo(Optional.empty()),
        tags.appliedTo(Set.of()),
        dueAt.appliedTo(Optional.empty()));
  }

  public TicketDetails appliedTo(TicketDetails present) {
    return new TicketDetails(
        employeeId.appliedTo(present.employeeId()),
        title.appliedTo(present.title()),
        description.appliedTo(present.description()),
        status.appliedTo(present.status()),
        priority.appliedTo(present.priority()),
        assigneeId.appliedTo(present.assigneeId()),
        tags.appliedTo(present.tags()),
        dueAt.appliedTo(present.dueAt()));
  }
}
