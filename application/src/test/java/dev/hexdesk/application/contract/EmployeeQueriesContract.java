package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.employee.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@code EmployeeQueries} promises. */
public abstract class EmployeeQueriesContract extends ListingContract<Employee, EmployeeSortField> {
  private static final String[] LAST_NAMES = {
    "Jones", "jones", "Jones", "Ґалаґан", "de la Cruz", "O’Neil", "O'Neil", "Ädams", "Adams", "адам"
  };

  protected EmployeeQueriesContract() {
    super(
        EmployeeSortField.class,
        EnumSet.of(EmployeeSortField.LAST_NAME),
        employee -> employee.id().value());
  }

  @Override
  void add(int n, Instant now) {
    EmployeeBuilder employee =
        anEmployee()
            .called("Ann", LAST_NAMES[n % LAST_NAMES.length])
            .withPhone("+" + n)
            .withEmail(n + "@work.example");
    Employee stored = given.at(now).employee(employee);
    if (n % 3 == 0) {
      inTransaction(
          () ->
              store
                  .employees()
                  .update(stored.with(employee.knownAs("An").profile(), NOON.plusSeconds(n % 2))));
    }
  }

  @Override
  void remove(Employee row) {
    inTransaction(() -> store.employees().delete(row.id()));
  }

  @Override
  Page<Employee> list(Sort<EmployeeSortField> sort, PageSelection page) {
    return store.employeeQueries().list(EmployeeFilter.all(), sort, page);
  }

  @Override
  Optional<Comparator<Employee>> orderBy(EmployeeSortField field) {
    return switch (field) {
      case ID -> Optional.of(Comparator.comparingLong(employee -> employee.id().value()));
      case LAST_NAME -> Optional.empty();
      case CREATED_AT -> Optional.of(Comparator.comparing(Employee::createdAt));
      case UPDATED_AT -> Optional.of(Comparator.comparing(Employee::updatedAt));
    };
  }

  @Test
  void showsAnEmployeeAsTheyAreStored() {
    Employee iryna =
        given.employee(
            anEmployee()
                .knownAs("Іра")
                .bornOn(LocalDate.of(1979, 12, 31))
                .in("Україна", "Львів")
                .at("вул. Личаківська 7"));

    assertThat(store.employeeQueries().find(iryna.id())).contains(iryna);
    assertThat(list(Sort.ascending(EmployeeSortField.ID), PageSelection.first(9)).items())
        .containsExactly(iryna);
  }

  @Test
  void showsWhatIsNotKnownAsEmpty() {
    Employee iryna = given.employee(anEmployee());

    assertThat(store.employeeQueries().find(iryna.id())).contains(iryna);
  }

  @Test
  void showsNothingUnderAnUnknownId() {
    given.employee(anEmployee());

    assertThat(store.employeeQueries().find(new EmployeeId(987_654_321))).isEmpty();
  }

  @Test
  void sortsLastNamesByTheirLetters() {
    for (String name : List.of("Miller", "Adams", "Young", "Baker")) {
      given.employee(anEmployee().called("Ann", name));
    }

    assertThat(found(EmployeeFilter.all(), Sort.ascending(EmployeeSortField.LAST_NAME)))
        .containsExactly("Adams", "Baker", "Miller", "Young");
  }

  @Test
  void sortsByTheOnlyNameThatSomebodyHas() {
    given.employee(anEmployee().called("Zoë", "Miller"));
    given.employee(anEmployee().called("Suharto", ""));
    given.employee(anEmployee().called("", "Adams"));

    assertThat(found(EmployeeFilter.all(), Sort.ascending(EmployeeSortField.LAST_NAME)))
        .containsExactly("Adams", "Miller", "Suharto");
  }

  @Test
  void filtersByTheWholePhoneNumber() {
    given.employee(anEmployee().called("Ann", "Lee").withPhone("+380504430000"));
    given.employee(anEmployee().called("Bob", "Ray").withPhone("+3805044300001"));

    assertThat(found(phone("+380504430000"))).containsExactly("Lee");
    assertThat(found(phone("+38050443000_"))).isEmpty();
  }

  @Test
  void filtersByTheWholeAddressInAnyLetterCase() {
    given.employee(anEmployee().called("Ann", "Lee").withEmail("Ann_Lee@x.example"));
    given.employee(anEmployee().called("Bob", "Ray").withEmail("AnnXLee@x.example"));
    given.employee(anEmployee().called("Cat", "Fox").withEmail("Ґалаґан@x.example"));

    assertThat(found(email("aNN_lEE@X.example"))).containsExactly("Lee");
    assertThat(found(email("ґАЛАҐАН@x.example"))).containsExactly("Fox");
    assertThat(found(email("%@x.example"))).isEmpty();
    assertThat(found(email(""))).isEmpty();
  }

  @Test
  void filtersByCountryAndCity() {
    given.employee(anEmployee().called("Ann", "Lee").in("Україна", "Львів"));
    given.employee(anEmployee().called("Bob", "Ray").in("Україна", "Київ"));
    given.employee(anEmployee().called("Cat", "Fox").in("Österreich", "Lemberg"));
    given.employee(anEmployee().called("Dan", "Kim"));

    assertThat(found(country("Україна"))).containsExactly("Lee", "Ray");
    assertThat(found(country("Укра"))).isEmpty();
    assertThat(found(country("%"))).isEmpty();
    assertThat(found(country(""))).isEmpty();
    assertThat(found(city("Lemberg"))).containsExactly("Fox");
    assertThat(found(city("______"))).isEmpty();
    assertThat(found(city(""))).isEmpty();
    assertThat(found(Filters.employee(null, null, null, "Україна", "Київ"))).containsExactly("Ray");
    assertThat(found(Filters.employee(null, null, null, "Україна", "Lemberg"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "malaga, Lee",
    "MÁLAGA, Lee",
    "ma\u0301laga, Lee",
    "malag, ''",
    "львів, Ray",
    "ЛЬВІВ, Ray",
    "gießen, Fox",
    "GIESSEN, Fox",
    "Giessen, Fox"
  })
  void aPlaceIsTheSameInAnyCaseAndWithoutAccents(String place, String expected) {
    given.employee(anEmployee().called("Ann", "Lee").in("Málaga", "Málaga"));
    given.employee(anEmployee().called("Bob", "Ray").in("Львів", "Львів"));
    given.employee(anEmployee().called("Cat", "Fox").in("Gießen", "Gießen"));
    given.employee(anEmployee().called("Dan", "Kim"));

    assertThat(String.join(" ", found(city(place)))).isEqualTo(expected);
    assertThat(String.join(" ", found(country(place)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ann, true",
    "ANN, true",
    "ґалаґан, true",
    "ａＮｎ, true",
    "ҐАЛА, true",
    "nickie, true",
    "0044300, true",
    "@work, true",
    "'ґал ann', true",
    "'  work   NICK ', true",
    "'ann nobody', false",
    "Львів, false"
  })
  void findsWordsThatAllOccurSomewhere(String words, boolean expected) {
    given.employee(
        anEmployee()
            .called("Ann", "Ґалаґан")
            .knownAs("Nickie")
            .withPhone("+3800044300")
            .withEmail("a@work.example")
            .in("Україна", "Львів"));
    given.employee(anEmployee().called("Bob", "Ray").withEmail("b@x.example"));

    assertThat(found(q(words))).isEqualTo(expected ? List.of("Ґалаґан") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"%, 100%", "_, a_b", "\\, a\\b", "0%, 100%", "'''', O'b"})
  void takesWildcardsForWhatTheyAre(String words, String expected) {
    for (String name : List.of("100%", "a_b", "a\\b", "O'b", "100 a-b")) {
      given.employee(anEmployee().called("Ann", name).withEmail(name.hashCode() + "@x.example"));
    }

    assertThat(found(q(words))).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t\n"})
  void noWordsFindEverybody(String words) {
    given.employee(anEmployee().called("Ann", "Lee"));

    assertThat(found(q(words))).containsExactly("Lee");
  }

  @Test
  void pagesAndCountsWhatTheFilterLetsThrough() {
    for (String name : List.of("Adams", "Baker", "Clark", "Davis", "Evans")) {
      given.employee(
          anEmployee().called("Ann", name).in(name.equals("Clark") ? "PL" : "UA", "X-Y"));
    }
    Sort<EmployeeSortField> sort = Sort.descending(EmployeeSortField.LAST_NAME);

    Page<Employee> first =
        store
            .employeeQueries()
            .list(country("UA"), sort, new PageSelection(2, Optional.empty(), true));
    Page<Employee> second =
        store.employeeQueries().list(country("UA"), sort, new PageSelection(2, first.next(), true));

    assertThat(first.items())
        .extracting(employee -> employee.profile().sortName().value())
        .containsExactly("Evans", "Davis");
    assertThat(second.items())
        .extracting(employee -> employee.profile().sortName().value())
        .containsExactly("Baker", "Adams");
    assertThat(second.next()).isEmpty();
    assertThat(second.total()).isEqualTo(OptionalLong.of(4));
  }

  private List<String> found(EmployeeFilter filter) {
    return found(filter, Sort.ascending(EmployeeSortField.ID));
  }

  private List<String> found(EmployeeFilter filter, Sort<EmployeeSortField> sort) {
    return store.employeeQueries().list(filter, sort, PageSelection.first(100)).items().stream()
        .map(employee -> employee.profile().sortName().value())
        .toList();
  }

  private static EmployeeFilter q(String wanted) {
    return Filters.employee(wanted, null, null, null, null);
  }

  private static EmployeeFilter phone(String wanted) {
    return Filters.employee(null, wanted, null, null, null);
  }

  private static EmployeeFilter email(String wanted) {
    return Filters.employee(null, null, wanted, null, null);
  }

  private static EmployeeFilter country(String wanted) {
    return Filters.employee(null, null, null, wanted, null);
  }

  private static EmployeeFilter city(String wanted) {
    return Filters.employee(null, null, null, null, wanted);
  }
}
