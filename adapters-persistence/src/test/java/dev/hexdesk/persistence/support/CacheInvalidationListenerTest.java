package dev.hexdesk.persistence.support;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.user.CredentialRepository.AuthenticationState;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.RoundTrips;
import dev.hexdesk.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.postgresql.ds.PGSimpleDataSource;

/** What a node remembers of users and tickets, while others change them in the same database. */
@Isolated("It measures time.")
@Timeout(60)
class CacheInvalidationListenerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String LISTENER = "listener";

  /** Within this a change must count on every node. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  private final CacheInvalidation invalidation = new CacheInvalidation();
  private final Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
  private RoundTrips roundTrips;
  private HikariDataSource pool;
  private CacheInvalidationListener listener;
  private Store node;
  private User alice;
  private Ticket ticket;

  @BeforeEach
  void listen() {
    StoreFixture given = StoreFixture.in(DATABASE.emptyStore());
    alice = given.user(aUser().named("alice").withRoles(Role.SUPPORT));
    ticket = given.ticket(aTicket().forEmployee(given.employee(anEmployee())).ownedBy(alice));
    roundTrips = RoundTrips.counter();
    pool = DATABASE.oneConnection(roundTrips);
    node = JdbiStore.on(Jdbi.create(pool), invalidation);
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(DATABASE.url());
    connections.setApplicationName(LISTENER);
    listener = new CacheInvalidationListener(invalidation, connections, failures::add);
    listener.start();
    until(invalidation::isFresh);
  }

  @AfterEach
  void close() {
    listener.close();
    pool.close();
    roundTrips.close();
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private AuthenticationState state() {
    return node.credentials().authenticationStateOf(alice.id()).orElseThrow();
  }

  private void readBoth() {
    state();
    node.ticketQueries().find(ticket.id());
  }

  private int questions(Runnable reading) {
    return roundTrips.of(reading);
  }

  @Test
  void aCallerIsReadOnce() {
    state();

    assertThat(questions(this::state)).isZero();
  }

  @Test
  void aTicketsVersionIsKnownOnceItWasRead() {
    assertThat(node.ticketQueries().versionOf(ticket.id())).isEmpty();
    readBoth();

    assertThat(
            questions(
                () ->
                    assertThat(node.ticketQueries().versionOf(ticket.id()))
                        .contains(ticket.version())))
        .isZero();
  }

  @Test
  void whateverAnotherWriterChangesCountsWithinASecond() {
    readBoth();
    long before = System.nanoTime();
    DATABASE.execute("UPDATE users SET disabled = true WHERE id = " + alice.id().value());
    until(() -> state().user().profile().disabled());
    assertThat(System.nanoTime() - before).isLessThan(BOUND.toNanos());

    DATABASE.execute("UPDATE tickets SET version = 9 WHERE id = " + ticket.id().value());
    until(() -> node.ticketQueries().versionOf(ticket.id()).isEmpty());
    readBoth();
    DATABASE.execute("DELETE FROM tickets");
    until(() -> node.ticketQueries().versionOf(ticket.id()).isEmpty());

    DATABASE.execute("TRUNCATE users CASCADE");
    until(() -> node.credentials().authenticationStateOf(alice.id()).isEmpty());
  }

  @Test
  void whatThisNodeChangesCountsAtOnce() {
    for (int round = 0; round < 20; round++) {
      long epoch = state().epoch();
      node.credentials().changePassword(alice.id(), new PasswordHash("$x$"));
      assertThat(state().epoch()).isEqualTo(epoch + 1);
    }
    readBoth();
    node.unitOfWork()
        .inTransaction(
            () -> {
              Ticket present = node.tickets().findForUpdate(ticket.id()).orElseThrow();
              return switch (present.with(
                  aTicket().forEmployee(present.details().employeeId()).titled("Changed").details(),
                  NOON)) {
                case Ticket.Outcome.Changed(Ticket after, var changes) ->
                    node.tickets().update(after);
                case Ticket.Outcome other -> throw new AssertionError(other);
              };
            });
    assertThat(node.ticketQueries().versionOf(ticket.id())).isEmpty();
  }

  @Test
  void aUnitSeesWhatItHasWrittenAndOthersWhatIsKept() {
    state();

    node.unitOfWork()
        .inTransaction(
            () -> {
              node.users()
                  .update(
                      alice.with(
                          aUser().named("alice").withRoles(Role.SUPPORT).disabled().profile(),
                          NOON));
              assertThat(state().user().profile().disabled()).isTrue();
              return true;
            });

    assertThat(state().user().profile().disabled()).isTrue();
  }

  @Test
  void nothingIsRememberedWhileNobodyListensAndAllAgainAfterwards() {
    readBoth();

    DATABASE.cutConnections(LISTENER);
    until(() -> !invalidation.isFresh());
    assertThat(questions(this::state)).isPositive();
    DATABASE.execute("UPDATE users SET disabled = true");
    assertThat(state().user().profile().disabled()).isTrue();

    until(invalidation::isFresh);
    assertThat(state().user().profile().disabled()).isTrue();
    state();
    assertThat(questions(this::state)).isZero();
  }

  @Test
  void goesOnWithAnotherConnectionWhenOneFallsSilentBeforeItListens() {
    AtomicInteger opened = new AtomicInteger();
    PGSimpleDataSource connections =
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            roundTrips.fallSilent(false);
            Connection connection = super.getConnection();
            roundTrips.fallSilent(opened.incrementAndGet() == 1);
            return connection;
          }
        };
    connections.setUrl(DATABASE.url(roundTrips));
    CacheInvalidation another = new CacheInvalidation();
    try (CacheInvalidationListener second =
        new CacheInvalidationListener(another, connections, failures::add)) {
      second.start();
      until(another::isFresh);
    }

    assertThat(opened).hasValue(2);
    assertThat(failures).extracting(SQLException::getSQLState).first().isEqualTo("08006");
  }

  @Test
  void nothingIsRememberedOnceItIsClosed() {
    state();

    listener.close();

    assertThat(invalidation.isFresh()).isFalse();
    assertThat(questions(this::state)).isPositive();
  }
}
