package dev.hexdesk.persistence;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Overdue;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final Instant SOON = Instant.parse("2026-12-01T00:00:30Z");

  private Listings() {}

  static Stream<Listing<?>> unfiltered() {
    return Stream.of(
            users("all users", UserFilter.all()),
            employees("all employees", EmployeeFilter.all()),
            tickets("all tickets", TicketFilter.all()))
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
            employees("country", employee(null, null, null, "Country 7", null)),
            employees("city", employee(null, null, null, null, "City 77")),
            tickets("pending", ticket(Set.of(TicketStatus.PENDING), Set.of())),
            tickets("new or open", ticket(Set.of(TicketStatus.NEW, TicketStatus.OPEN), Set.of())),
            tickets("urgent", ticket(Set.of(), Set.of(Priority.URGENT))),
            tickets("pressing", ticket(Set.of(), Set.of(Priority.URGENT, Priority.HIGH))),
            tickets("employee's", TicketFilter.ofEmployee(new EmployeeId(77))),
            tickets("owner's", ticket(new UserId(77), null, Period.ALWAYS, Period.ALWAYS)),
            tickets("assignee's", assignedTo(new Assignee.User(new UserId(77)))),
            tickets("nobody's", assignedTo(new Assignee.Nobody())),
            tickets("created then", ticket(null, null, SOME_TIME, Period.ALWAYS)),
            tickets("updated then", ticket(null, null, Period.ALWAYS, SOME_TIME)),
            tickets("tagged", planned(Set.of(new Tag("rare")), null, null)),
            tickets("tagged often", planned(Set.of(new Tag("often"), new Tag("rare")), null, null)),
            tickets("due then", planned(Set.of(), SOON, null)),
            tickets("overdue", planned(Set.of(), null, true)),
            tickets("in time", planned(Set.of(), null, false)),
            tickets("employee's, urgent and open", severally()))
        .flatMap(listings -> listings);
  }

  /** Two or three of the ticket's filters at once, with each sort. */
  static Stream<Listing<TicketSortField>> combined() {
    List<TicketFilter> single =
        List.of(
            ticket(Set.of(TicketStatus.PENDING), Set.of()),
            ticket(Set.of(TicketStatus.NEW, TicketStatus.OPEN), Set.of()),
            ticket(Set.of(), Set.of(Priority.URGENT)),
            ticket(Set.of(), Set.of(Priority.URGENT, Priority.HIGH)),
            TicketFilter.ofEmployee(new EmployeeId(77)),
            ticket(new UserId(77), null, Period.ALWAYS, Period.ALWAYS),
            assignedTo(new Assignee.User(new UserId(77))),
            assignedTo(new Assignee.Nobody()),
            ticket(null, null, SOME_TIME, Period.ALWAYS),
            ticket(null, null, Period.ALWAYS, SOME_TIME),
            planned(Set.of(new Tag("rare")), null, null),
            planned(Set.of(new Tag("often"), new Tag("rare")), null, null),
            planned(Set.of(), SOON, null),
            planned(Set.of(), null, true),
            planned(Set.of(), null, false));
    return Combinations.of(single).stream().flatMap(filter -> tickets(filter.toString(), filter));
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

  private static Stream<Listing<TicketSortField>> tickets(String name, TicketFilter filter) {
    return Arrays.stream(TicketSortField.values())
        .map(
            field ->
                new Listing<>(
                    name,
                    field,
                    (store, sort, page) -> store.ticketQueries().list(filter, sort, page)));
  }

  private static UserFilter user(
      @Nullable String username,
      @Nullable String phone,
      @Nullable String email,
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable Boolean loginDenied,
      @Nullable String q) {
    return new UserFilter(
        Optional.ofNullable(username),
        Optional.ofNullable(phone),
        Optional.ofNullable(email),
        Optional.ofNullable(role),
        Optional.ofNullable(disabled),
        Optional.ofNullable(loginDenied),
        Optional.ofNullable(q));
  }

  private static EmployeeFilter employee(
      @Nullable String q,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String country,
      @Nullable String city) {
    return new EmployeeFilter(
        Optional.ofNullable(q),
        Optional.ofNullable(phone),
        Optional.ofNullable(email),
        Optional.ofNullable(country),
        Optional.ofNullable(city));
  }

  private static TicketFilter ticket(Set<TicketStatus> statuses, Set<Priority> priorities) {
    return new TicketFilter(
        statuses,
        priorities,
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

  private static TicketFilter planned(
      Set<Tag> tags, @Nullable Instant dueBefore, @Nullable Boolean overdue) {
    return new TicketFilter(
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Period.ALWAYS,
        Period.ALWAYS,
        tags,
        Optional.ofNullable(dueBefore),
        Optional.ofNullable(overdue).map(wanted -> new Overdue(wanted, SOON)),
        Optional.empty());
  }

  private static TicketFilter severally() {
    return new TicketFilter(
        Set.of(TicketStatus.OPEN, TicketStatus.PENDING),
        Set.of(Priority.URGENT),
        Optional.of(new EmployeeId(101)),
        Optional.empty(),
        Optional.of(new Assignee.Nobody()),
        SOME_TIME,
        Period.ALWAYS,
        Set.of(new Tag("often")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static TicketFilter assignedTo(Assignee assignee) {
    return ticket(null, assignee, Period.ALWAYS, Period.ALWAYS);
  }

  private static TicketFilter ticket(
      @Nullable UserId owner, @Nullable Assignee assignee, Period created, Period updated) {
    return new TicketFilter(
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.ofNullable(owner),
        Optional.ofNullable(assignee),
        created,
        updated,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
