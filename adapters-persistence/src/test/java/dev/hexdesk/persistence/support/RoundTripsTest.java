package dev.hexdesk.persistence.support;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.RoundTrips;
import dev.hexdesk.persistence.TestDatabase;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often the adapter waits for PostgreSQL, pool and driver included. */
class RoundTripsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private RoundTrips roundTrips;
  private HikariDataSource pool;
  private Store store;
  private User alice;
  private Ticket ticket;

  @BeforeEach
  void warmUp() {
    StoreFixture given = StoreFixture.in(DATABASE.emptyStore());
    alice = given.user(aUser().named("alice"));
    ticket = given.ticket(aTicket().forEmployee(given.employee(anEmployee())).ownedBy(alice));
    roundTrips = RoundTrips.counter();
    pool = DATABASE.oneConnection(roundTrips);
    store = JdbiStore.on(Jdbi.create(pool));
    for (int i = 0; i < 10; i++) {
      hotReads();
    }
  }

  @AfterEach
  void close() {
    pool.close();
    roundTrips.close();
  }

  @Test
  void oneForEachOfTheHottestReads() {
    assertThat(roundTrips.of(this::hotReads)).isEqualTo(2);
  }

  private void hotReads() {
    assertThat(store.credentials().authenticationStateOf(alice.id())).isPresent();
    assertThat(store.ticketQueries().find(ticket.id())).isPresent();
  }

  @Test
  void oneForAPageAndOneMoreForItsTotal() {
    assertThat(roundTrips.of(() -> list(false))).isEqualTo(1);
    assertThat(roundTrips.of(() -> list(true))).isEqualTo(2);
  }

  private void list(boolean includeTotal) {
    store
        .ticketQueries()
        .list(
            TicketFilter.all(),
            Sort.ascending(TicketSortField.PRIORITY),
            new PageSelection(5, Optional.empty(), includeTotal));
  }

  @Test
  void oneForAWriteAndOneToCommitIt() {
    assertThat(ofUnit(() -> store.tickets().insert(ticket.details(), alice.id(), NOON)))
        .isEqualTo(2);
  }

  private <T> int ofUnit(Supplier<T> work) {
    return roundTrips.of(() -> store.unitOfWork().inTransaction(work));
  }

  @Test
  void oneForAWriteAndOneToRecordAndCommitIt() {
    TicketEvent created =
        TicketEvent.open(
            ticket.id(), alice.id(), NOON, TicketAction.CREATED, ticket.details().asChanges());

    assertThat(
            ofUnit(
                () -> {
                  store.tickets().insert(ticket.details(), alice.id(), NOON);
                  store.history().record(created);
                  return true;
                }))
        .isEqualTo(2);
    assertThat(DATABASE.strings("SELECT action FROM ticket_history")).containsExactly("created");
  }

  @Test
  void threeForAChangeOfWhatWasReadBefore() {
    assertThat(
            ofUnit(
                () -> {
                  Ticket present = store.tickets().findForUpdate(ticket.id()).get();
                  TicketDetails changed =
                      aTicket()
                          .forEmployee(present.details().employeeId())
                          .titled("Changed")
                          .details();
                  return switch (present.with(changed, NOON)) {
                    case Ticket.Outcome.Changed(Ticket after, var changes) ->
                        store.tickets().update(after);
                    case Ticket.Outcome other -> throw new AssertionError(other);
                  };
                }))
        .isEqualTo(3);
  }

  @Test
  void noneForAUnitThatDoesNothing() {
    assertThat(ofUnit(() -> true)).isZero();
  }
}
