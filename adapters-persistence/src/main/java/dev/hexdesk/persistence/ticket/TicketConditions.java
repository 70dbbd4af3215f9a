package dev.hexdesk.persistence.ticket;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Overdue;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.domain.ticket.OverdueRule;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.handover.PendingHandovers;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** What a filter demands of the rows of tickets. */
final class TicketConditions {
  /** When a ticket is due, with infinity for never, as its index has it. */
  static final String DUE = "coalesce(due_at, 'infinity'::timestamptz)";

  private TicketConditions() {}

  /** Whether tickets that are being handed over could be taken for others by what is stored. */
  static boolean dependOnHandovers(TicketFilter filter) {
    return filter.ownerId().isPresent()
        || filter.assignee().filter(Assignee.User.class::isInstance).isPresent()
        || !filter.updated().equals(Period.ALWAYS);
  }

  /**
   * The quick conditions, by which an index gives the order. A statement with them fails where
   * tickets are being handed over.
   */
  static WhereClause whereNothingIsPending(TicketFilter filter) {
    WhereClause wanted = of(filter, PendingHandovers.none());
    wanted.add(
        "CASE WHEN EXISTS (SELECT FROM user_handovers) THEN hexdesk_nothing_is_handed_over()"
            + " ELSE true END");
    return wanted;
  }

  /** The conditions for statements that see the same moment as the handle's next one. */
  static WhereClause of(TicketFilter filter, Handle handle) {
    return of(
        filter,
        dependOnHandovers(filter) ? PendingHandovers.read(handle) : PendingHandovers.none());
  }

  private static WhereClause of(TicketFilter filter, PendingHandovers handovers) {
    WhereClause wanted = new WhereClause();
    wanted.addAnyOf(
        "status = ?",
        "status = ANY (?)",
        "text",
        filter.statuses().stream().map(TicketStatus::code).toList());
    wanted.addAnyOf(
        "priority_rank = ?",
        "priority_rank = ANY (?)",
        "smallint",
        filter.priorities().stream().map(TicketTable::rank).toList());
    filter
        .employeeId()
        .ifPresent(it -> wanted.add("employee_id = ?", SqlValues.number(it.value())));
    filter.ownerId().ifPresent(it -> addOwner(wanted, it, handovers));
    filter.assignee().ifPresent(it -> addAssignee(wanted, it, handovers));
    addPeriod(wanted, "created_at", "created_at > ?", "created_at < ?", filter.created());
    addUpdate(wanted, filter.updated(), handovers);
    if (!filter.tags().isEmpty()) {
      wanted.add(
          "tags && ?", SqlValues.array("text", filter.tags().stream().map(Tag::value).toList()));
    }
    filter
        .dueBefore()
        .ifPresent(it -> wanted.addBound(DUE, DUE + " < ?", SqlValues.instantRoundedUp(it)));
    filter.overdue().ifPresent(it -> addOverdue(wanted, it));
    return wanted;
  }

  private static void addOwner(WhereClause wanted, UserId owner, PendingHandovers handovers) {
    if (handovers.hasLeft(owner)) {
      wanted.add("false");
    } else {
      wanted.addAnyOf("owner_id = ?", "owner_id = ANY (?)", "bigint", stored(owner, handovers));
    }
  }

  private static void addAssignee(
      WhereClause wanted, Assignee assignee, PendingHandovers handovers) {
    switch (assignee) {
      case Assignee.User(UserId id) when handovers.hasLeft(id) -> wanted.add("false");
      case Assignee.User(UserId id) ->
          wanted.addAnyOf(
              "assignee_id = ?", "assignee_id = ANY (?)", "bigint", stored(id, handovers));
      case Assignee.Nobody() -> wanted.add("assignee_id IS NULL");
    }
  }

  /** Under which ids the tickets of a user are stored. */
  private static List<Long> stored(UserId holder, PendingHandovers handovers) {
    return Stream.concat(Stream.of(holder), handovers.predecessorsOf(holder).stream())
        .map(UserId::value)
        .toList();
  }

  /** Tickets that were not moved yet were changed when they were handed over. */
  private static void addUpdate(WhereClause wanted, Period period, PendingHandovers handovers) {
    if (handovers.arePending()) {
      period.after().ifPresent(it -> addUpdateAfter(wanted, it, handovers));
      period.before().ifPresent(it -> addUpdateBefore(wanted, it, handovers));
    } else {
      addPeriod(wanted, "updated_at", "updated_at > ?", "updated_at < ?", period);
    }
  }

  private static void addUpdateAfter(
      WhereClause wanted, Instant after, PendingHandovers handovers) {
    Argument leavers = ids(handovers.leavers(at -> at.isAfter(after)));
    wanted.add(
        "(updated_at > ? OR owner_id = ANY (?) OR assignee_id = ANY (?))",
        SqlValues.instant(after),
        leavers,
        leavers);
  }

  private static void addUpdateBefore(
      WhereClause wanted, Instant before, PendingHandovers handovers) {
    Argument leavers = ids(handovers.leavers(at -> !at.isBefore(before)));
    wanted.add(
        "updated_at < ? AND owner_id <> ALL (?) AND coalesce(assignee_id <> ALL (?), true)",
        SqlValues.instantRoundedUp(before),
        leavers,
        leavers);
  }

  private static Argument ids(Set<UserId> users) {
    return SqlValues.array("bigint", users.stream().map(UserId::value).toList());
  }

  private static void addOverdue(WhereClause wanted, Overdue overdue) {
    Argument now = SqlValues.instant(overdue.now());
    Argument statuses =
        SqlValues.array("text", OverdueRule.STATUSES.stream().map(TicketStatus::code).toList());
    if (overdue.wanted()) {
      wanted.add(DUE + " < ? AND status = ANY (?)", now, statuses);
    } else {
      wanted.add("(" + DUE + " >= ? OR status <> ALL (?))", now, statuses);
    }
  }

  private static void addPeriod(
      WhereClause wanted,
      @CompileTimeConstant final String column,
      @CompileTimeConstant final String after,
      @CompileTimeConstant final String before,
      Period period) {
    period.after().ifPresent(it -> wanted.addBound(column, after, SqlValues.instant(it)));
    period
        .before()
        .ifPresent(it -> wanted.addBound(column, before, SqlValues.instantRoundedUp(it)));
  }
}
