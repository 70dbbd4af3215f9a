package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.persistence.TestDatabase;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How frequent PostgreSQL believes words to be, of a thousand tickets. */
class LexemeFrequenciesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @BeforeAll
  static void count() {
    StoreFixture given = StoreFixture.in(DATABASE.emptyStore());
    var owner = given.user(aUser().named("carol"));
    var employee = given.employee(anEmployee().called("Ann", "Lee"));
    DATABASE.execute(
        """
        INSERT INTO tickets (
          title, description, status, priority, employee_id, owner_id, version, created_at, updated_at)
        SELECT 'always', concat_ws(' ', 'always', CASE WHEN n %% 2 = 0 THEN 'evenly' END,
                 CASE n %% 100 WHEN 0 THEN 'hundredth' WHEN 1 THEN 'hundreds' END),
               'open', 'normal', %d, %d, 1, now(), now()
          FROM generate_series(1, 1000) n
        """
            .formatted(employee.id().value(), owner.id().value()));
    DATABASE.execute("ANALYZE ticket_search");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '"',
      value = {
        "'always' = 1000",
        "'evenly' = 500",
        "'hundredth' = 10",
        "'always' & 'hundredth' = 10",
        "'evenly' <-> 'hundredth':* = 20",
        "'always' <-> 'nowhere' = 10",
        "'nowhere' <-> 'neither' = 0",
        "'nowhere' & 'neither' = 10",
        "('evenly' | 'hundredth') & 'always' = 510",
        "'evenly' | 'always' = 1000",
        "'always' & !('evenly' & 'hundredth') = 1000",
        "('hundreds' | 'x y') & !'evenly' = 20",
        "'hundredth':* = 20",
        "'hund':* = 30",
        "'hun':* = 1000",
        "'nowhere' = 10",
        "'always' & 'o''neil' = 10",
        "'+0578':* = 10",
        "\"\" = 0"
      })
  void atMostSoMany(String query, double tickets) {
    assertThat(read("everything").estimate(query).atMost()).isCloseTo(tickets, within(1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '"',
      value = {
        "'often' <-> 'evenly' = false",
        "'often' <-> 'hundredth' = false",
        "'hundredth' <-> 'hundredth' = true",
        "'often' <-> 'nowhere' = true",
        "\"\" = true"
      })
  void twoWordsMayMeetTooOften(String phrase, boolean isSeldom) {
    NavigableMap<String, Double> shares =
        new TreeMap<>(Map.of("often", 0.9, "evenly", 0.5, "hundredth", 0.01));

    assertThat(new LexemeFrequencies(shares, 0.001, 1_000_000).isSeldom(phrase))
        .isEqualTo(isSeldom);
    assertThat(new LexemeFrequencies(shares, 0.001, 1_000).isSeldom(phrase)).isTrue();
    assertThat(read("ticket_id").isSeldom(phrase)).as("never counted").isTrue();
  }

  @Test
  void aWordThatManyTicketsHaveIsCommon() {
    assertThat(read("everything").isCommon("evenly")).isTrue();
    assertThat(read("everything").isCommon("hundredth")).isFalse();
    assertThat(read("everything").isCommon("nowhere")).isFalse();
    assertThat(read("ticket_id").isCommon("evenly")).isFalse();
  }

  @Test
  void whatWasNeverCountedMayBeAnywhere() {
    assertThat(read("ticket_id").estimate("'always'").atMost()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anotherSchemaHasWordsOfItsOwn() {
    DATABASE
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("CREATE SCHEMA other");
              handle.execute("CREATE TABLE other.ticket_search AS TABLE ticket_search");
              handle.execute("ANALYZE other.ticket_search");
              handle.execute("SET LOCAL search_path = public, other");

              assertThat(LexemeFrequencies.read(handle, "everything").estimate("'evenly'").atMost())
                  .isCloseTo(500, within(1.0));
              handle.rollback();
            });
  }

  private static LexemeFrequencies read(String column) {
    return DATABASE.jdbi().withHandle(handle -> LexemeFrequencies.read(handle, column));
  }
}
