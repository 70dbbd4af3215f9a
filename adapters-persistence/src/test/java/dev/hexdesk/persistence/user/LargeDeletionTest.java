package dev.hexdesk.persistence.user;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.statistics.JdbiTicketStatistics;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** The deletion of somebody who is named more often than a statement could take, on PostgreSQL. */
@Isolated("It measures time.")
class LargeDeletionTest {
  private static final int TICKETS = Integer.getInteger("hexdesk.deletion.tickets", 20_000);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /** Nobody waits longer than a second for a lock, or has to be told so; the rest is work. */
  private static final Duration BOUND = Duration.ofSeconds(3);

  private User alice;
  private User bob;

  @BeforeEach
  void addWork() {
    StoreFixture given = StoreFixture.in(DATABASE.emptyStore());
    alice = given.user(aUser().named("alice").withRoles(Role.SUPPORT));
    bob = given.user(aUser().named("bob").withRoles(Role.SUPPORT));
    Employee zoe = given.employee(anEmployee());
    // Without triggers: what is measured is what comes after.
    DATABASE
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("SET LOCAL session_replication_role = 'replica'");
              handle.execute(
                  """
                  INSERT INTO tickets (title, description, status, priority, employee_id, owner_id,
                                       assignee_id, version, created_at, updated_at)
                  SELECT 'Lamp ' || n, 'It is red.', 'new', 'normal', ?, ?, ?, 1, now(), now()
                    FROM generate_series(1, ?) AS n
                  """,
                  zoe.id().value(),
                  alice.id().value(),
                  alice.id().value(),
                  TICKETS);
              handle.execute(
                  """
                  INSERT INTO comments (ticket_id, author_id, author_name, body, internal, version,
                                        created_at, updated_at)
                  SELECT id, owner_id, 'Alice', 'Looked at it.', false, 1, now(), now()
                    FROM tickets
                  """);
            });
    DATABASE.execute("ANALYZE");
  }

  /** Everything in little time, as in a server. */
  private static JdbiStore hurried() {
    return JdbiStore.on(
        Jdbi.create(DATABASE.with("lock_timeout", "1s -c statement_timeout=1500ms")));
  }

  private Deletion delete() {
    JdbiStore hurried = hurried();
    return hurried
        .unitOfWork()
        .inTransaction(
            () -> {
              hurried.handover().reassign(alice.id(), bob.id(), bob.id(), NOON);
              return hurried.users().delete(alice.id());
            });
  }

  /** Another node, which knows nothing of who was deleted. */
  private static void proceed() {
    JdbiStore hurried = hurried();
    while (hurried.handover().proceed()) {
      // until nothing is left
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void letsGoOfSomebodyWhoSaidALotAndHasNoTickets() {
    DATABASE.execute(
        "UPDATE tickets SET owner_id = %1$d, assignee_id = NULL".formatted(bob.id().value()));
    JdbiStore hurried = hurried();

    long before = System.nanoTime();
    assertThat(hurried.unitOfWork().inTransaction(() -> hurried.users().delete(alice.id())))
        .isEqualTo(Deletion.DELETED);
    assertThat(millisSince(before)).isLessThan(BOUND.toMillis());

    assertThat(DATABASE.strings("SELECT count(*) FROM comments WHERE author_id IS NULL"))
        .containsExactly("200");
    proceed();
    assertThat(DATABASE.strings("SELECT count(*) FROM comments WHERE author_id IS NULL"))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search")).containsExactly("0");
    assertThat(DATABASE.strings("SELECT id FROM user_ids"))
        .containsExactly(Long.toString(bob.id().value()));
  }

  @Test
  void handsAllOverAndNobodyWaitsOrSeesAHalfOfIt() throws Exception {
    JdbiStore store = hurried();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService others = Executors.newFixedThreadPool(2)) {
      Future<Long> longest = others.submit(() -> change(store, done));
      Future<Boolean> seen = others.submit(() -> readUntilHandedOver(store, done));
      long before = System.nanoTime();
      try {
        assertThat(delete()).isEqualTo(Deletion.DELETED);
        long deleted = millisSince(before);
        assertThat(counts(store)).containsExactly(0L, (long) TICKETS);
        proceed();
        System.out.printf(
            "%d tickets: deleted in %d ms, moved in %d ms%n",
            TICKETS, deleted, millisSince(before));
        assertThat(deleted).isLessThan(BOUND.toMillis());
      } finally {
        done.set(true);
      }
      System.out.printf("longest change meanwhile: %d ms%n", longest.get());
      assertThat(longest.get()).isLessThan(BOUND.toMillis());
      assertThat(seen.get()).isTrue();
    }

    assertThat(
            DATABASE.strings(
                "SELECT count(*) FROM tickets WHERE owner_id = %1$d AND assignee_id = %1$d"
                    .formatted(bob.id().value())))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_history WHERE action = 'handed_over'"))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT count(*) FROM comments WHERE author_id IS NULL"))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT from_id FROM user_handovers")).isEmpty();
    assertThat(DATABASE.strings("SELECT id FROM user_ids"))
        .containsExactly(Long.toString(bob.id().value()));
    // None was indexed when it was written, and what was changed has only another date.
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search")).containsExactly("0");
  }

  /** Changes tickets from the last to the first, and gives the longest time that one took. */
  private static long change(Store store, AtomicBoolean done) {
    List<Long> ids =
        DATABASE.strings("SELECT id FROM tickets ORDER BY id DESC").stream()
            .map(Long::valueOf)
            .toList();
    long longest = 0;
    for (int n = 0; !done.get(); n = (n + 1) % ids.size()) {
      TicketId id = new TicketId(ids.get(n));
      long before = System.nanoTime();
      store
          .unitOfWork()
          .inTransaction(
              () -> {
                Ticket ticket = store.tickets().findForUpdate(id).orElseThrow();
                return store.tickets().update(ticket.answered(NOON));
              });
      longest = Math.max(longest, millisSince(before));
    }
    return longest;
  }

  /** Looks at all of them all the time, and tells whether they were handed over as a whole. */
  private boolean readUntilHandedOver(Store store, AtomicBoolean done) {
    boolean handedOver = false;
    while (!done.get()) {
      boolean before = handedOver;
      List<Long> counts = counts(store);
      assertThat(counts.get(0)).isEqualTo(counts.get(0) == 0 ? 0 : TICKETS);
      assertThat(counts.get(1)).isEqualTo(counts.get(1) == 0 ? 0 : TICKETS);
      handedOver = counts.get(1) == TICKETS;
      assertThat(handedOver || !before).isTrue();
      List<TicketFigures> figures =
          new JdbiTicketStatistics(new JdbiUnitOfWork(DATABASE.jdbi()))
              .of(Grouping.ASSIGNEE, new TimeRange(Optional.empty(), Optional.empty()), List.of());
      assertThat(figures).extracting(TicketFigures::count).containsExactly((long) TICKETS);
      assertPagesHaveAll(store, handedOver);
    }
    return handedOver;
  }

  private void assertPagesHaveAll(Store store, boolean handedOver) {
    if (!handedOver) {
      return;
    }
    Set<TicketId> seen = new HashSet<>();
    Optional<Position> after = Optional.empty();
    do {
      Page<Ticket> page =
          store
              .ticketQueries()
              .list(
                  ownedBy(bob.id()),
                  Sort.ascending(TicketSortField.ID),
                  new PageSelection(TICKETS / 5, after, false));
      page.items().forEach(ticket -> assertThat(ticket.ownerId()).isEqualTo(bob.id()));
      page.items().forEach(ticket -> assertThat(seen.add(ticket.id())).isTrue());
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).hasSize(TICKETS);
  }

  /** Of how many tickets Alice is the owner, and of how many Bob is. */
  private List<Long> counts(Store store) {
    return Stream.of(alice, bob)
        .map(
            user ->
                store
                    .ticketQueries()
                    .list(
                        ownedBy(user.id()),
                        Sort.ascending(TicketSortField.ID),
                        new PageSelection(1, Optional.empty(), true))
                    .total()
                    .orElseThrow())
        .toList();
  }

  private static TicketFilter ownedBy(UserId owner) {
    return TicketFilter.all().and().owner(owner).build();
  }
}
