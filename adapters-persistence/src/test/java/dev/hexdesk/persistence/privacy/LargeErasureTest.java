package dev.hexdesk.persistence.privacy;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The erasure of somebody whose tickets are more than a statement could take, on PostgreSQL. */
class LargeErasureTest {
  private static final int TICKETS = Integer.getInteger("hexdesk.erasure.tickets", 1200);

  private static final int ANSWERS = Integer.getInteger("hexdesk.erasure.answers", 4000);

  private static final int SAID = Integer.getInteger("hexdesk.erasure.said", 100);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Store plenty = DATABASE.emptyStore();
  private final User user = StoreFixture.in(plenty).user(aUser());
  private final Employee zoe =
      StoreFixture.in(plenty)
          .employee(anEmployee().called("Zoë", "Weiß").withEmail("zoe@example.com"));

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

  private RedactionCounts erase() {
    return erase("1500ms");
  }

  private RedactionCounts erase(String statementTimeout) {
    return erase(statementTimeout, zoe.profile().personalWords());
  }

  private RedactionCounts erase(String statementTimeout, Set<IdentifyingText> words) {
    Store hurried = JdbiStore.on(Jdbi.create(DATABASE.with("statement_timeout", statementTimeout)));
    return hurried
        .unitOfWork()
        .inTransaction(
            () -> {
              hurried.employees().erase(zoe.erased(NOON));
              return new JdbiPersonalDataEraser((JdbiUnitOfWork) hurried.unitOfWork())
                  .removeTraces(zoe.id(), words, NOON);
            });
  }

  @Test
  void takesNoStatementThatIsTooLongAndLeavesNoWord() {
    addTickets();

    assertThat(erase()).isEqualTo(new RedactionCounts(TICKETS, TICKETS, TICKETS));

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
    assertThat(erase("60ms")).isEqualTo(new RedactionCounts(TICKETS, TICKETS, TICKETS));
  }

  @Test
  void isAnnouncedHoweverLongTheCountingTakes() {
    JdbiUnitOfWork unitOfWork =
        new JdbiUnitOfWork(Jdbi.create(DATABASE.with("statement_timeout", "1500ms")));

    String time =
        unitOfWork.inTransaction(
            () -> {
              new JdbiPersonalDataEraser(unitOfWork).extentOf(zoe.id());
              return unitOfWork.with(
                  it -> it.select("SHOW statement_timeout").mapTo(String.class).one());
            });

    assertThat(time).isEqualTo("2min");
  }

  @Test
  void isNotPreventedByHowMuchIsSaidOfOneTicket() {
    DATABASE
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  INSERT INTO tickets (title, description, status, priority, employee_id, owner_id,
                                       version, created_at, updated_at)
                  VALUES ('Lamp', 'It is red.', 'new', 'normal', ?, ?, 1, now(), now())
                  """,
                  zoe.id().value(),
                  user.id().value());
              handle.execute("SET session_replication_role = 'replica'");
              handle.execute(
                  """
                  INSERT INTO comments (ticket_id, author_id, author_name, body, internal, version,
                                        created_at, updated_at)
                  SELECT id, owner_id, 'Olena', 'Zoë ' || left(text, 9000), false, 1, now(), now()
                    FROM tickets, generate_series(1, ?) AS n,
                         (SELECT string_agg(md5(i::text), ' ') AS text
                            FROM generate_series(1, 300) AS i) AS long
                  """,
                  SAID);
              handle.execute(
                  """
                  INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal,
                                              changes)
                  SELECT id, now(), owner_id, 'Olena', 'updated', false,
                         jsonb_build_array(
                           jsonb_build_object('field', 'description',
                             'from', left(text, 9000), 'to', left(text, 9000) || ' Zoë'))
                    FROM tickets, generate_series(1, ?) AS n,
                         (SELECT string_agg(md5(i::text), ' ') AS text
                            FROM generate_series(1, 300) AS i) AS long
                  """,
                  SAID);
              handle.execute("RESET session_replication_role");
            });

    long before = System.nanoTime();
    assertThat(erase()).isEqualTo(new RedactionCounts(0, SAID, SAID));
    System.out.printf("%d texts: %d ms%n", SAID, (System.nanoTime() - before) / 1_000_000);
  }

  @Test
  void isNotPreventedByAnswersThatAreKept() {
    addTickets();
    // Bodies that nothing compresses; the ones of others are not even looked at.
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO idempotency_keys (
                      caller_id, work, fingerprint, permissions, status, headers, body, employees,
                      tickets, created_at, expires_at)
                    SELECT 1, sha256(n::text::bytea), sha256(n::text::bytea), '{}', 201, '{}', body,
                           CASE WHEN n % 100 <> 0
                                THEN CASE n % 10 WHEN 0 THEN ARRAY[?] ELSE '{}' END END,
                           CASE WHEN n % 100 <> 0
                                THEN CASE n % 2 WHEN 0 THEN '{}' ELSE ARRAY[first + n % 7 * 10000] END
                                END,
                           now(), now() + interval '1 day'
                      FROM generate_series(1, ?) AS n,
                           (SELECT min(id) AS first FROM tickets) AS theirs,
                           (SELECT string_agg(sha256(i::text::bytea), '') AS body
                              FROM generate_series(1, 300) AS i) AS long
                    """,
                    zoe.id().value(), ANSWERS));

    assertThat(erase("60ms")).isEqualTo(new RedactionCounts(TICKETS, TICKETS, TICKETS));

    assertThat(
            DATABASE.strings(
                """
                SELECT count(*) FILTER (
                         WHERE employees IS NULL OR employees <> '{}'
                               OR tickets && ARRAY(SELECT id FROM tickets)) || ' of ' ||
                       (count(*) > 0)
                  FROM idempotency_keys
                """))
        .containsExactly("0 of true");
  }

  @Test
  void isNotPreventedByAsManyWordsAsMayBeGiven() {
    addTickets();
    Random letters = new Random(7);
    Set<IdentifyingText> words =
        Stream.generate(() -> letters.ints(IdentifyingText.LONGEST, 'А', 'я'))
            .map(it -> it.mapToObj(Character::toString).collect(Collectors.joining()))
            .limit(IdentifyingText.MOST)
            .map(IdentifyingText::new)
            .collect(Collectors.toSet());

    assertThat(erase("1500ms", words)).isEqualTo(new RedactionCounts(0, 0, 0));
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
