package dev.hexdesk.persistence.privacy;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Given;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.privacy.Traces;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The erasure of somebody whose tickets are more than a statement could take, on PostgreSQL. */
class LargeErasureTest {
  private static final int TICKETS = Integer.getInteger("hexdesk.erasure.tickets", 1200);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Store plenty = DATABASE.emptyStore();
  private final User user = Given.in(plenty).user(aUser());
  private final Employee zoe =
      Given.in(plenty).employee(anEmployee().called("Zoë", "Weiß").withEmail("zoe@example.com"));

  private void addTickets() {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO tickets (title, description, status, priority, employee_id,
                                         owner_id, version, created_at, updated_at)
                    SELECT 'Zoë can''t log in ' || n,
                           'Weiß tried it. ' || repeat('The lamp ' || n || ' is red. ', 20),
                           'new', 'normal', ?, ?, 1, now(), now()
                      FROM generate_series(1, ?) AS n
                    """,
                    zoe.id().value(),
                    user.id().value(),
                    TICKETS));
    DATABASE.execute(
        """
        INSERT INTO comments (ticket_id, author_id, author_name, body, internal, version,
                              created_at, updated_at)
        SELECT id, owner_id, 'Olena', 'Asked ZOË. ' || repeat('Silence. ', 20), id % 2 = 0, 1,
               now(), now()
          FROM tickets
        """);
    DATABASE.execute(
        """
        INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
        SELECT id, now(), owner_id, 'Olena', 'created', false,
               jsonb_build_array(
                 jsonb_build_object('field', 'title', 'from', null, 'to', title),
                 jsonb_build_object('field', 'employee_id', 'from', null, 'to', employee_id))
          FROM tickets
        """);
  }

  private Traces erase() {
    return erase("1500ms");
  }

  private Traces erase(String statementTimeout) {
    Store hurried = JdbiStore.on(Jdbi.create(DATABASE.with("statement_timeout", statementTimeout)));
    return hurried
        .unitOfWork()
        .inTransaction(
            () -> {
              hurried.employees().erase(zoe.erased(NOON));
              return new JdbiErasures((JdbiUnitOfWork) hurried.unitOfWork())
                  .removeTraces(zoe, NOON);
            });
  }

  @Test
  void takesNoStatementThatIsTooLongAndLeavesNoWord() {
    addTickets();

    assertThat(erase()).isEqualTo(new Traces(TICKETS, TICKETS, TICKETS));

    assertThat(
            DATABASE.strings(
                """
                SELECT place FROM (
                  SELECT 'tickets', t::text FROM tickets t
                  UNION ALL SELECT 'comments', c::text FROM comments c
                  UNION ALL SELECT 'ticket_history', h::text FROM ticket_history h
                  UNION ALL SELECT 'ticket_search', s::text FROM ticket_search s
                  UNION ALL SELECT 'employees', e::text FROM employees e) AS row (place, words)
                 WHERE words ~ '[zZ]o[ëË]|ZOË|[wW]ei(ß|ss)|zoe'
                """))
        .isEmpty();
    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search WHERE everything @@ 'erased'"))
        .containsExactly(Integer.toString(TICKETS));
  }

  @Test
  void isNotPreventedByHowMuchThereIs() {
    addTickets();

    // Some hundred tickets are not indexed in so short a time.
    assertThat(erase("60ms")).isEqualTo(new Traces(TICKETS, TICKETS, TICKETS));
  }

  @Test
  void goesOnIndexingAfterwards() {
    addTickets();
    erase();

    DATABASE.execute("UPDATE tickets SET title = 'Rainbow'");

    assertThat(DATABASE.strings("SELECT count(*) FROM ticket_search WHERE title @@ 'rainbow'"))
        .containsExactly(Integer.toString(TICKETS));
  }
}
