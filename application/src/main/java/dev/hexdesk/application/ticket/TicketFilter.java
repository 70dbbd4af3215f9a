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
  private static final TicketFilter ALL =
      new TicketFilter(
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

  /** Collects what is wanted, beginning with what another filter wants. */
  public static final class Builder {
    private Set<TicketStatus> statuses;
    private Set<Priority> priorities;
    private Optional<EmployeeId> employeeId;
    private Optional<UserId> ownerId;
    private Optional<Assignee> assignee;
    private Period created;
    private Period updated;
    private Set<Tag> tags;
    private Optional<Instant> dueBefore;
    private Optional<Overdue> overdue;
    private Optional<TicketSearch> search;

    private Builder(TicketFilter present) {
      statuses = present.statuses;
      priorities = present.priorities;
      employeeId = present.employeeId;
      ownerId = present.ownerId;
      assignee = present.assignee;
      created = present.created;
      updated = present.updated;
      tags = present.tags;
      dueBefore = present.dueBefore;
      overdue = present.overdue;
      search = present.search;
    }

    public Builder statuses(TicketStatus... wanted) {
      statuses = Set.of(wanted);
      return this;
    }

    public Builder priorities(Priority... wanted) {
      priorities = Set.of(wanted);
      return this;
    }

    public Builder employee(EmployeeId wanted) {
      employeeId = Optional.of(wanted);
      return this;
    }

    public Builder owner(UserId wanted) {
      ownerId = Optional.of(wanted);
      return this;
    }

    public Builder assignee(Assignee wanted) {
      assignee = Optional.of(wanted);
      return this;
    }

    public Builder created(Period wanted) {
      created = wanted;
      return this;
    }

    public Builder updated(Period wanted) {
      updated = wanted;
      return this;
    }

    public Builder tags(Tag... wanted) {
      tags = Set.of(wanted);
      return this;
    }

    public Builder dueBefore(Instant wanted) {
      dueBefore = Optional.of(wanted);
      return this;
    }

    public Builder overdue(boolean wanted, Instant now) {
      overdue = Optional.of(new Overdue(wanted, now));
      return this;
    }

    public Builder search(TicketSearch wanted) {
      search = Optional.of(wanted);
      return this;
    }

    public TicketFilter build() {
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
          search);
    }
  }

  public static TicketFilter all() {
    return ALL;
  }

  public static TicketFilter ofEmployee(EmployeeId id) {
    return all().with(id);
  }

  /** This filter, restricted to the tickets of one employee. */
  public TicketFilter with(EmployeeId employee) {
    return and().employee(employee).build();
  }

  /** This filter with a search. */
  public TicketFilter with(TicketSearch wanted) {
    return and().search(wanted).build();
  }

  /** This filter, for more to be wanted. */
  public Builder and() {
    return new Builder(this);
  }

  /** This filter, whose search looks into the comments alone that the searcher may see. */
  public TicketFilter visibleTo(CommentAccess access) {
    return search.map(wanted -> with(new TicketSearch(wanted.text(), access))).orElse(this);
  }
}
