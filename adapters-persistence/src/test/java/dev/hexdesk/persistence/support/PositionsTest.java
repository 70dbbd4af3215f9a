package dev.hexdesk.persistence.support;

import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions come back from clients: any of them may be forged. */
class PositionsTest {
  private static final Instant FINE = Instant.parse("2026-11-23T12:00:00.123456Z");

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private User alice;
  private User bob;

  @BeforeEach
  void addUsers(Store empty) {
    store = empty;
    StoreFixture given = StoreFixture.in(store);
    alice = given.at(FINE).user(aUser().named("Alice").called("A", "Ґалаґан"));
    bob = given.at(FINE.plusNanos(1000)).user(aUser().named("Bob").called("B", "Ґє"));
  }

  @ParameterizedTest
  @CsvSource({
    "ID, 1",
    "USERNAME, Alice",
    "LAST_NAME, Ґалаґан",
    "CREATED_AT, 2026-11-23T12:00:00.123456Z"
  })
  void tellTheFieldAsItIs(UserSortField field, String sortValue) {
    Position position = list(field, Optional.empty()).next().orElseThrow();

    String expected = field == UserSortField.ID ? Long.toString(alice.id().value()) : sortValue;
    assertThat(position).isEqualTo(new Position(expected, alice.id().value()));
    assertThat(list(field, Optional.of(position)).items()).containsExactly(bob);
  }

  @ParameterizedTest
  @CsvSource({
    "ID, x",
    "ID, ''",
    "ID, 1.5",
    "ID, 9223372036854775808",
    "CREATED_AT, 1",
    "CREATED_AT, 2026-11-23",
    "CREATED_AT, 2026-02-30T00:00:00Z",
    "UPDATED_AT, ''",
    "USERNAME, 'a\0b'",
    "LAST_NAME, '\ud800'"
  })
  void thatCannotBeAreRefused(UserSortField field, String sortValue) {
    assertThatThrownBy(() -> list(field, Optional.of(new Position(sortValue, 1))))
        .isInstanceOf(InvalidPosition.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ID, -9223372036854775808",
    "ID, 9223372036854775807",
    "USERNAME, ''",
    "LAST_NAME, '''; DROP TABLE users; --'",
    "CREATED_AT, -1000000000-01-01T00:00:00Z",
    "CREATED_AT, +1000000000-12-31T23:59:59.999999999Z"
  })
  void thatNoRowHasAreAnywhereOrNowhere(UserSortField field, String sortValue) {
    for (long id : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
      assertThat(list(field, Optional.of(new Position(sortValue, id)))).isNotNull();
    }
  }

  @Test
  void withALongerTextThanAnyColumnAreRead() {
    Position far = new Position("z".repeat(100_000), 1);

    assertThat(list(UserSortField.LAST_NAME, Optional.of(far)).items()).containsExactly(alice);
  }

  private Page<User> list(UserSortField field, Optional<Position> after) {
    return store
        .userQueries()
        .list(UserFilter.all(), Sort.ascending(field), new PageSelection(1, after, false));
  }
}
