package dev.hexdesk.persistence.user;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.user.UserRepository.Deletion;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
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

  private Deletion deleteWithoutTickets() {
    Store hurried = JdbiStore.on(Jdbi.create(DATABASE.with("statement_timeout", "1500ms")));
    return hurried.unitOfWork().inTransaction(() -> hurried.users().delete(alice.id()));
  }

  private Deletion delete() {
    Store hurried = JdbiStore.on(Jdbi.create(DATABASE.with("statement_timeout", "1500ms")));
    return hurried
        .unitOfWork()
        .inTransaction(
            () -> {
              hurried.handover().reassign(alice.id(), bob.id(), bob.id(), NOON);
              return hurried.users().delete(alice.id());
            });
  }

  @Test
  void letsGoOfSomebodyWhoSaidALotAndHasNoTickets() {
    DATABASE.execute(
        "UPDATE tickets SET owner_id = %1$d, assignee_id = NULL".formatted(bob.id().value()));

    assertThat(deleteWithoutTickets()).isEqualTo(new Deletion.Deleted());

    assertThat(DATABASE.strings("SELECT count(*) FROM comments WHERE author_id IS NULL"))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search")).containsExactly("0");
  }

  @Test
  void handsAllOverAndIndexesNoTicketAgain() {
    long before = System.nanoTime();
    assertThat(delete()).isEqualTo(new Deletion.Deleted());
    System.out.printf("%d tickets: %d ms%n", TICKETS, (System.nanoTime() - before) / 1_000_000);

    assertThat(
            DATABASE.strings(
                "SELECT count(*) FROM tickets WHERE owner_id = %1$d AND assignee_id = %1$d"
                    .formatted(bob.id().value())))
        .containsExactly(Integer.toString(TICKETS));
    assertThat(DATABASE.strings("SELECT count(*) FROM comments WHERE author_id IS NULL"))
        .containsExactly(Integer.toString(TICKETS));
    // None was indexed when it was written: whatever is there came with the deletion.
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search")).containsExactly("0");
  }
}
