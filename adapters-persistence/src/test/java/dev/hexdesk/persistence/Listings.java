package dev.hexdesk.persistence;

import static dev.hexdesk.application.contract.Filters.employee;
import static dev.hexdesk.application.contract.Filters.user;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each filter with each sort, wanting values that {@code grown-tables.sql} has. */
final class Listings {
  /** A list in one order; {@code name} says what is listed. */
  record Listing<F extends Enum<F>>(String name, F field, Pages<F> list) {
    @Override
    public String toString() {
      return name + " by " + field;
    }
  }

  /** Reads a page. */
  @FunctionalInterface
  interface Pages<F extends Enum<F>> {
    Page<?> of(Store store, Sort<F> sort, PageSelection page);
  }

  private static final Period SOME_TIME =
      new Period(
          Optional.of(Instant.parse("2026-11-23T12:02:00Z")),
          Optional.of(Instant.parse("2026-11-23T12:07:00Z")));

  private static final Period LAST =
      new Period(Optional.of(Instant.parse("2026-11-25T05:00:00Z")), Optional.empty());

  private static final Instant SOON = Instant.parse("2026-12-01T00:00:30Z");

  private Listings() {}

  static Stream<Listing<?>> unfiltered() {
    return Stream.of(
            users("all users", UserFilter.all()),
            employees("all employees", EmployeeFilter.all()),
            tickets("all tickets", wanted()))
        .flatMap(listings -> listings);
  }

  static Stream<Listing<?>> filtered() {
    return Stream.of(
            users("user name", user("user77", null, null, null, null, null, null)),
            users("user's phone", user(null, "+77", null, null, null, null, null)),
            users("user's e-mail", user(null, null, "U77@x.example", null, null, null, null)),
            users("admins", user(null, null, null, Role.ADMIN, null, null, null)),
            users("disabled", user(null, null, null, null, true, null, null)),
            users("enabled", user(null, null, null, null, false, null, null)),
            users("login denied", user(null, null, null, null, null, true, null)),
            users("login allowed", user(null, null, null, null, null, false, null)),
            users("user's words", user(null, null, null, null, null, null, "28dd2c7 +77")),
            employees("employee's words", employee("28dd2c7 +77", null, null, null, null)),
            employees("employee's phone", employee(null, "+77", null, null, null)),
            employees("employee's e-mail", employee(null, null, "u77@x.example", null, null)),
            employees("country", employee(null, null, null, "COUNTRY 7", null)),
            employees("city", employee(null, null, null, null, "cíty 77")),
            tickets("pending", wanted().statuses(TicketStatus.PENDING)),
            tickets("new or open", wanted().statuses(TicketStatus.NEW, TicketStatus.OPEN)),
            tickets("urgent", wanted().priorities(Priority.URGENT)),
            tickets("pressing", wanted().priorities(Priority.URGENT, Priority.HIGH)),
            tickets("employee's", wanted().employee(new EmployeeId(77))),
            tickets("owner's", wanted().owner(new UserId(77))),
            tickets("assignee's", wanted().assignee(new Assignee.User(new UserId(77)))),
            tickets("nobody's", wanted().assignee(new Assignee.Nobody())),
            tickets("created then", wanted().created(SOME_TIME)),
            tickets("updated then", wanted().updated(SOME_TIME)),
            tickets("tagged", wanted().tags(new Tag("rare"))),
            tickets("tagged often", wanted().tags(new Tag("often"), new Tag("rare"))),
            tickets("due then", wanted().dueBefore(SOON)),
            tickets("overdue", wanted().overdue(true, SOON)),
            tickets("in time", wanted().overdue(false, SOON)),
            tickets("employee's, urgent and open", severally()))
        .flatMap(listings -> listings);
  }

  /** Two or three of the ticket's filters at once, with each sort. */
  static Stream<Listing<TicketSortField>> combined() {
    List<TicketFilter> single =
        Stream.of(
                wanted().statuses(TicketStatus.PENDING),
                wanted().statuses(TicketStatus.NEW, TicketStatus.OPEN),
                wanted().priorities(Priority.URGENT),
                wanted().priorities(Priority.URGENT, Priority.HIGH),
                wanted().employee(new EmployeeId(77)),
                wanted().owner(new UserId(77)),
                wanted().assignee(new Assignee.User(new UserId(77))),
                wanted().assignee(new Assignee.Nobody()),
                wanted().created(SOME_TIME),
                wanted().updated(SOME_TIME),
                wanted().tags(new Tag("rare")),
                wanted().tags(new Tag("often"), new Tag("rare")),
                wanted().dueBefore(SOON),
                wanted().overdue(true, SOON),
                wanted().overdue(false, SOON))
            .map(TicketFilter.Builder::build)
            .toList();
    return Combinations.of(single).stream()
        .flatMap(filter -> tickets(filter.toString(), filter.and()));
  }

  /** In any order but their own these few are the last, or the first, or in between. */
  static Stream<Listing<?>> createdLast() {
    return tickets("created last", wanted().created(LAST))
        .filter(listing -> listing.field() != TicketSortField.CREATED_AT)
        .map(listing -> listing);
  }

  private static Stream<Listing<?>> users(String name, UserFilter filter) {
    return Arrays.stream(UserSortField.values())
        .map(
            field ->
                new Listing<>(
                    name,
                    field,
                    (store, sort, page) -> store.userQueries().list(filter, sort, page)));
  }

  private static Stream<Listing<?>> employees(String name, EmployeeFilter filter) {
    return Arrays.stream(EmployeeSortField.values())
        .map(
            field ->
                new Listing<>(
                    name,
                    field,
                    (store, sort, page) -> store.employeeQueries().list(filter, sort, page)));
  }

  private static Stream<Listing<TicketSortField>> tickets(
      String name, TicketFilter.Builder wanted) {
    TicketFilter filter = wanted.build();
    return Arrays.stream(TicketSortField.values())
        .map(
            field ->
                new Listing<>(
                    name,
                    field,
                    (store, sort, page) -> store.ticketQueries().list(filter, sort, page)));
  }

  private static TicketFilter.Builder wanted() {
    return TicketFilter.all().and();
  }

  private static TicketFilter.Builder severally() {
    return wanted()
        .statuses(TicketStatus.OPEN, TicketStatus.PENDING)
        .priorities(Priority.URGENT)
        .employee(new EmployeeId(101))
        .assignee(new Assignee.Nobody())
        .created(SOME_TIME)
        .tags(new Tag("often"));
  }
}
