package dev.hexdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.memory.InMemoryDepartment;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lists of random rows, read page by page while rows are added: the fakes are the model. */
class ModelTest {
  private static final int ROWS = 40;
  private static final int LISTS = 60;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /** A page without what must differ: ids, and with them positions. */
  private record Shown(List<String> rows, OptionalLong total, boolean isLast) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void users(long seed) {
    RandomRows rows = grown(seed, RandomRows::addUser);
    for (int n = 0; n < LISTS; n++) {
      UserFilter filter = rows.userFilter();
      Sort<UserSortField> sort = rows.sort(UserSortField.values());
      compare(
          rows,
          "%s by %s, seed %d".formatted(filter, sort, seed),
          RandomRows::addUser,
          (side, page) -> side.store().userQueries().list(filter, sort, page),
          user -> user.profile().username().value());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void employees(long seed) {
    RandomRows rows = grown(seed, RandomRows::addEmployee);
    for (int n = 0; n < LISTS; n++) {
      EmployeeFilter filter = rows.employeeFilter();
      Sort<EmployeeSortField> sort = rows.sort(EmployeeSortField.values());
      compare(
          rows,
          "%s by %s, seed %d".formatted(filter, sort, seed),
          RandomRows::addEmployee,
          (side, page) -> side.store().employeeQueries().list(filter, sort, page),
          employee -> employee.profile().phone().map(PhoneNumber::number).orElse(""));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void tickets(long seed) {
    RandomRows rows = grown(seed, RandomRows::addTicket);
    for (int n = 0; n < LISTS; n++) {
      Function<RandomRows.Side, TicketFilter> filter = rows.ticketFilter();
      Sort<TicketSortField> sort = rows.sort(TicketSortField.values());
      compare(
          rows,
          "%s by %s, seed %d".formatted(filter.apply(rows.model()), sort, seed),
          RandomRows::addTicket,
          (side, page) -> side.store().ticketQueries().list(filter.apply(side), sort, page),
          ticket -> ticket.details().title().value());
    }
  }

  private static RandomRows grown(long seed, Consumer<RandomRows> add) {
    RandomRows rows =
        new RandomRows(new Random(seed), new InMemoryDepartment(), DATABASE.emptyStore());
    for (int n = 0; n < ROWS; n++) {
      add.accept(rows);
    }
    return rows;
  }

  private static <V> void compare(
      RandomRows rows,
      String what,
      Consumer<RandomRows> add,
      BiFunction<RandomRows.Side, PageSelection, Page<V>> list,
      Function<V, String> name) {
    int limit = rows.number(1, 15);
    Optional<Position> inModel = Optional.empty();
    Optional<Position> inDatabase = Optional.empty();
    do {
      Page<V> expected = list.apply(rows.model(), new PageSelection(limit, inModel, true));
      Page<V> actual = list.apply(rows.database(), new PageSelection(limit, inDatabase, true));
      assertThat(shown(actual, name)).as(what).isEqualTo(shown(expected, name));
      inModel = expected.next();
      inDatabase = actual.next();
      if (rows.number(0, 9) == 0) {
        add.accept(rows);
      }
    } while (inModel.isPresent());
  }

  private static <V> Shown shown(Page<V> page, Function<V, String> name) {
    return new Shown(page.items().stream().map(name).toList(), page.total(), page.next().isEmpty());
  }
}
