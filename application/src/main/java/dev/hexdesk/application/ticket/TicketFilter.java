package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets are wanted; all that is given must hold.
 *
 * @param statuses one of these; empty for any
 * @param priorities one of these; empty for any
 * @param created when it was made
 * @param updated when it was last changed
 * @param tags bearing one of these; empty for any
 * @param dueBefore due earlier than this, this moment not included
 * @param search what is to be found in it
 */
public record TicketFilter(
    Set<TicketStatus> statuses,
    Set<Priority> priorities,
    Optional<EmployeeId> employeeId,
    Optional<UserId> ownerId,
    Optional<Assignee> assignee,
    Period created,
    Period updated,
    Set<Tag> tags,
    Optional<Instant> dueBefore,
    Optional<Overdue> overdue,
    Optional<TicketSearch> search) {

  /** Who works on the ticket. */
  public sealed interface Assignee {
    record User(UserId id) implements Assignee {}

    record Nobody() implements Assignee {}
  }

  /**
   * Whether it should have been resolved by now and is not.
   *
   * @param now the moment that counts
   */
  public record Overdue(boolean wanted, Instant now) {}

  /**
   * A stretch of time, open at either side where nothing is given.
   *
   * @param after later than this, this moment not included
   * @param before earlier than this, this moment not included
   */
  public record Period(Optional<Instant> after, Optional<Instant> before) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());
  }

  public TicketFilter {
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
    tags = Set.copyOf(tags);
  }

  public static TicketFilter all() {
    return new TicketFilter(
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Period.ALWAYS,
        Period.ALWAYS,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static TicketFilter ofEmployee(EmployeeId id) {
    return all().with(id);
  }

  /** This filter, restricted to the tickets of one employee. */
  public TicketFilter with(EmployeeId employee) {
    return new TicketFilter(
        statuses,
        priorities,
        Optional.of(employee),
        ownerId,
        assignee,
        created,
        updated,
        tags,
        dueBefore,
        overdue,
        search);
  }

  /** This filter, whose search looks into the comments alone that the searcher may see. */
  public TicketFilter visibleTo(CommentAccess access) {
    return search.map(wanted -> with(new TicketSearch(wanted.text(), access))).orElse(this);
  }

  /** This filter with a search. */
  public TicketFilter with(TicketSearch wanted) {
    return new TicketFilter(
        statuses,
        priorities,
        employeeId,
        ownerId,
        assignee,
        created,
        updated,
        tags,
        dueBefore,
        overdue,
        Optional.of(wanted));
  }
}
