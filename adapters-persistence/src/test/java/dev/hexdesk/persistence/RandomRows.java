package dev.hexdesk.persistence;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the same random rows into two stores, with few values, so that many rows share one. */
final class RandomRows {
  /** One of the two stores, and who is in it. */
  record Side(Store store, List<User> users, List<Employee> employees) {
    private static Side of(Store store) {
      return new Side(store, new ArrayList<>(), new ArrayList<>());
    }
  }

  private static final String[] NAMES = {
    "Adams", "adams", "ADAMS", "Ґалаґан", "ґалаґан", "Zoë", "O’Neil", "Groß", "100%", "a_b", "c\\d"
  };
  private static final String[] WORDS = {
    "adam", "ҐАЛ", "zoë", "neil", "GROSS", "%", "_", "\\", "+1", "+2 a", "@x", "a b", "nobody"
  };
  private static final String[] PLACES = {"Київ", "Львів", "Wien"};

  private final Random random;
  private final Side model;
  private final Side database;
  private int last;

  RandomRows(Random random, Store model, Store database) {
    this.random = random;
    this.model = Side.of(model);
    this.database = Side.of(database);
  }

  Side model() {
    return model;
  }

  Side database() {
    return database;
  }

  void addUser() {
    last++;
    UserBuilder user =
        aUser()
            .named("user" + last)
            .called(one(NAMES), one(NAMES))
            .withPhone("+" + last)
            .withEmail("U" + last + "@x.example")
            .withRoles(some(Role.values()).toArray(Role[]::new));
    UserBuilder flagged = random.nextInt(4) == 0 ? user.disabled() : user;
    UserBuilder complete = random.nextInt(4) == 0 ? flagged.loginDenied() : flagged;
    Instant now = moment();
    both(side -> side.users().add(StoreFixture.in(side.store()).at(now).user(complete)));
  }

  void addEmployee() {
    last++;
    EmployeeBuilder employee =
        anEmployee()
            .called(one(NAMES), one(NAMES))
            .withPhone("+" + last)
            .withEmail("E" + last + "@x.example");
    EmployeeBuilder complete =
        random.nextBoolean() ? employee.in(one(PLACES), one(PLACES)).knownAs("Nickie") : employee;
    Instant now = moment();
    both(side -> side.employees().add(StoreFixture.in(side.store()).at(now).employee(complete)));
  }

  void addTicket() {
    if (number(0, 4) == 0 || model.users().isEmpty()) {
      addUser();
      addEmployee();
    }
    last++;
    TicketBuilder ticket =
        aTicket()
            .titled("Ticket " + last)
            .withStatus(one(TicketStatus.values()))
            .withPriority(one(Priority.values()));
    int employee = number(0, model.employees().size() - 1);
    int owner = number(0, model.users().size() - 1);
    int assignee = number(-1, model.users().size() - 1);
    Instant now = moment();
    both(
        side -> {
          ticket.forEmployee(side.employees().get(employee)).ownedBy(side.users().get(owner));
          StoreFixture.in(side.store())
              .at(now)
              .ticket(
                  assignee < 0
                      ? ticket.unassigned()
                      : ticket.assignedTo(side.users().get(assignee)));
        });
  }

  UserFilter userFilter() {
    return new UserFilter(
        rarely(() -> "USER" + number(1, last)),
        rarely(() -> "+" + number(1, last)),
        rarely(() -> "u" + number(1, last) + "@X.example"),
        rarely(() -> one(Role.values())),
        rarely(random::nextBoolean),
        rarely(random::nextBoolean),
        rarely(() -> one(WORDS)));
  }

  EmployeeFilter employeeFilter() {
    return new EmployeeFilter(
        rarely(() -> one(WORDS)),
        rarely(() -> "+" + number(1, last)),
        rarely(() -> "e" + number(1, last) + "@X.example"),
        rarely(() -> one(PLACES)),
        rarely(() -> one(PLACES)));
  }

  Function<Side, TicketFilter> ticketFilter() {
    Set<TicketStatus> statuses = some(TicketStatus.values());
    Set<Priority> priorities = some(Priority.values());
    Optional<Integer> employee = rarely(() -> number(0, model.employees().size() - 1));
    Optional<Integer> owner = rarely(() -> number(0, model.users().size() - 1));
    Optional<Integer> assignee = rarely(() -> number(-1, model.users().size() - 1));
    Period created = new Period(rarely(this::moment), rarely(this::moment));
    Period updated = new Period(rarely(this::moment), rarely(this::moment));
    return side ->
        new TicketFilter(
            statuses,
            priorities,
            employee.map(n -> side.employees().get(n).id()),
            owner.map(n -> side.users().get(n).id()),
            assignee.map(n -> assignee(side, n)),
            created,
            updated,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  private static Assignee assignee(Side side, int n) {
    return n < 0 ? new Assignee.Nobody() : new Assignee.User(side.users().get(n).id());
  }

  <F extends Enum<F>> Sort<F> sort(F[] fields) {
    return new Sort<>(one(fields), random.nextBoolean());
  }

  int number(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private void both(Consumer<Side> step) {
    step.accept(model);
    step.accept(database);
  }

  private Instant moment() {
    return NOON.plusNanos(1000L * number(0, 3));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** Any number of the values, none half of the time. */
  private <T> Set<T> some(T[] values) {
    Set<T> chosen = new HashSet<>();
    if (random.nextBoolean()) {
      Arrays.stream(values).filter(value -> random.nextBoolean()).forEach(chosen::add);
    }
    return chosen;
  }

  private <T> Optional<T> rarely(Supplier<T> value) {
    return random.nextInt(4) == 0 ? Optional.of(value.get()) : Optional.empty();
  }
}
