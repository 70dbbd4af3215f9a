package dev.hexdesk.persistence;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Filters;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.persistence.ticket.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are found by what can be typed of their names. */
class PlainTextTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "O’Neil, o'neil",
        "O'Neil, O’NEIL",
        "O‘Neil, Oʼneil",
        "Oʻneil, O`Neil",
        "O'Neil, oneil",
        "O’Neil, neil",
        "Марʼяна, Мар'яна",
        "Мар'яна, Мар’яна",
        "Zoë, zoe",
        "Zoe, Zoë",
        "Семёнов, Семенов",
        "Во\u0301йнич, войнич",
        "Łódź, lodz",
        "Sørensen, sorensen",
        "Sigurðardóttir, sigurdardottir",
        "Þórður, thordur",
        "Thordur, Þórður",
        "Ŋuŧŧe, nutte",
        "Ɗanƙwambo, dankwambo",
        "Əliyev, eliyev",
        "Nguyễn, nguyen",
        "Straße, STRASSE",
        "Anna‑Maria, anna-maria",
        "Anna-Maria, anna–maria",
        "Anna-Maria, annamaria",
        "Anna\u00adMaria, annamaria",
        "Anna־Maria, annamaria",
        "Anna⸗Maria, anna-maria",
        "ג׳ורג׳, ג'ורג'",
        "ג׳ורג׳, גורג",
        "DʹIvanova, d'ivanova",
        "ꞌOkina, okina",
        "Gal·la, galla",
        "Gal·la, gal•la",
        "Gal•la, gal·la",
        "أحمد, احمد",
        "إبراهيم, ابراهيم",
        "مُحَمَّد, محمد",
        "علی, علي",
        "דָּוִד, דוד"
      })
  void findsPeopleByTheirNames(String name, String sought) {
    Store store = DATABASE.emptyStore();
    StoreFixture given = StoreFixture.in(store);
    given.user(aUser().named("alice").called("Alice", name));
    given.user(aUser().named("bob").called("Bob", "Lee"));
    addEmployees(store, name, "Lee");

    assertThat(found(store, sought)).containsExactly(Optional.of("Alice"));
    assertThat(
            DATABASE.strings(
                "SELECT first_name FROM users WHERE plain_text LIKE hexdesk_plain('%"
                    + sought.toLowerCase(Locale.ROOT).replace("'", "''")
                    + "%')"))
        .containsExactly("Alice");
  }

  @ParameterizedTest
  @CsvSource({
    "Müller, mueller",
    "Mueller, Müller",
    "Jürgens-Öz, juergens-oez",
    "Sørensen, soerensen",
    "Ågård, aagaard",
    "Bauer, bauer",
    "Michael, michael"
  })
  void findsPeopleWhoseLettersAreTypedAsTwo(String name, String sought) {
    Store store = DATABASE.emptyStore();
    addEmployees(store, name, "Bur");

    assertThat(found(store, sought)).containsExactly(Optional.of("Alice"));
  }

  /** Alice and Bob, with these last names. */
  private static void addEmployees(Store store, String ofAlice, String ofBob) {
    StoreFixture given = StoreFixture.in(store);
    given.employee(anEmployee().called("Alice", ofAlice).withEmail("alice@x.example"));
    given.employee(anEmployee().called("Bob", ofBob).withEmail("bob@x.example"));
  }

  @Test
  void findsWholeNamesInScriptsWithoutSpaces() {
    Store store = DATABASE.emptyStore();
    StoreFixture given = StoreFixture.in(store);
    given.employee(anEmployee().called("小明", "王").withEmail("first@x.example"));
    given.employee(anEmployee().called("철수", "김").withEmail("second@x.example"));

    assertThat(found(store, "王小明")).containsExactly(Optional.of("小明"));
    assertThat(found(store, "김철수")).containsExactly(Optional.of("철수"));
    assertThat(found(store, "小明王")).isEmpty();
  }

  @Test
  void accentsCountWhereTheOperatorWantsIt() {
    Store store = DATABASE.emptyStore();
    StoreFixture given = StoreFixture.in(store);
    given.employee(
        anEmployee()
            .called("Zoë", "O’Neil-Во\u0301йнич")
            .withEmail("first@x.example")
            .in("Österreich", "Málaga"));
    given.employee(
        anEmployee().called("Zoe", "Lee").withEmail("lee@x.example").in("Osterreich", "Malaga"));
    SearchIndex index = new SearchIndex(DATABASE.jdbi());
    try {
      index.begin(new SearchIndex.Rules("simple", true));

      assertThat(found(store, "zoe")).containsExactly(Optional.of("Zoe"));
      for (String sought : List.of("zoë", "Zoe\u0308", "ZOË oneil", "o'neil", "о\u0301йнич")) {
        assertThat(found(store, sought)).as(sought).containsExactly(Optional.of("Zoë"));
      }
      assertThat(found(store, "войнич")).isEmpty();
      assertThat(found(store, Filters.employee(null, null, null, null, "MÁLAGA")))
          .containsExactly(Optional.of("Zoë"));
      assertThat(found(store, Filters.employee(null, null, null, "osterreich", "malaga")))
          .containsExactly(Optional.of("Zoe"));
    } finally {
      index.begin(new SearchIndex.Rules("simple", false));
      index.end(new SearchIndex.Rules("simple", false));
    }
  }

  private static List<Optional<String>> found(Store store, String sought) {
    return found(store, Filters.employee(sought, null, null, null, null));
  }

  private static List<Optional<String>> found(Store store, EmployeeFilter filter) {
    return store
        .employeeQueries()
        .list(filter, Sort.ascending(EmployeeSortField.ID), PageSelection.first(9))
        .items()
        .stream()
        .map(employee -> employee.profile().firstName().map(PersonName::value))
        .toList();
  }
}
