package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many tickets bear a tag, as PostgreSQL keeps it while many write. */
class TagCountsTest {
  private static final int WRITERS = 6;
  private static final int ROUNDS = 60;

  private static final String UNTRUE =
      """
      SELECT concat_ws(' ', tag, kept, counted)
        FROM (SELECT tag, sum(tickets) AS kept FROM tag_counts GROUP BY tag) AS k
             FULL JOIN
             (SELECT tag, count(*) AS counted FROM tickets, unnest(tags) AS tag GROUP BY tag) AS c
             USING (tag)
       WHERE coalesce(kept, 0) <> coalesce(counted, 0)
      """;

  private static final String ROWS =
      "SELECT tag || ' ' || tickets FROM tag_counts ORDER BY tag, id";

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private long owner;
  private long employee;

  @BeforeEach
  void addPeople() {
    store = DATABASE.emptyStore();
    owner = StoreFixture.in(store).user(aUser()).id().value();
    employee = StoreFixture.in(store).employee(anEmployee()).id().value();
  }

  private long insert(Handle handle, String... tags) {
    return handle
        .createQuery(
            """
            INSERT INTO tickets (title, description, status, priority, employee_id, owner_id, tags,
                                 version, created_at, updated_at)
            VALUES ('Lamp', 'It is red.', 'new', 'normal', ?, ?, ?, 1, now(), now())
            RETURNING id
            """)
        .bind(0, employee)
        .bind(1, owner)
        .bindArray(2, String.class, (Object[]) tags)
        .mapTo(long.class)
        .one();
  }

  private static void tag(Handle handle, long id, String... tags) {
    handle
        .createUpdate("UPDATE tickets SET tags = ? WHERE id = ?")
        .bindArray(0, String.class, (Object[]) tags)
        .bind(1, id)
        .execute();
  }

  private long inserted(String... tags) {
    return DATABASE.jdbi().withHandle(handle -> insert(handle, tags));
  }

  /** A session that gives up when it has to wait. */
  private static Handle impatient() {
    Handle handle = Jdbi.create(DATABASE.with("lock_timeout", "100ms")).open();
    handle.begin();
    return handle;
  }

  @Test
  void areTrueAtEveryMomentHoweverManyWrite() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
      Future<List<String>> untrue = threads.submit(() -> lookWhile(writing));
      List<Future<?>> writers = new ArrayList<>();
      for (int n = 0; n < WRITERS; n++) {
        Random random = new Random(n);
        writers.add(threads.submit(() -> write(random)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);

      assertThat(untrue.get()).isEmpty();
    }
    assertThat(DATABASE.strings(UNTRUE)).isEmpty();
  }

  private static List<String> lookWhile(AtomicBoolean writing) {
    List<String> untrue = new ArrayList<>();
    while (writing.get() && untrue.isEmpty()) {
      untrue.addAll(DATABASE.strings(UNTRUE));
    }
    return untrue;
  }

  /** Each with tickets of their own, all with the same few tags, in transactions of several. */
  private void write(Random random) {
    List<Long> own = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean kept = random.nextInt(4) > 0;
      List<Long> then = new ArrayList<>(own);
      DATABASE
          .jdbi()
          .useHandle(
              handle -> {
                handle.begin();
                for (int step = random.nextInt(4); step >= 0; step--) {
                  writeOnce(handle, random, then);
                }
                if (kept) {
                  handle.commit();
                } else {
                  handle.rollback();
                }
              });
      own = kept ? then : own;
    }
  }

  private void writeOnce(Handle handle, Random random, List<Long> own) {
    String[] tags =
        random
            .ints(random.nextInt(4), 0, 5)
            .distinct()
            .mapToObj(n -> "tag" + n)
            .toArray(String[]::new);
    if (own.isEmpty() || random.nextInt(3) == 0) {
      own.add(insert(handle, tags));
    } else if (random.nextInt(3) == 0) {
      handle.execute("DELETE FROM tickets WHERE id = ?", own.removeLast());
    } else {
      tag(handle, own.get(random.nextInt(own.size())), tags);
    }
  }

  @Test
  void keepNobodyWaitingWhoWritesTheSameTag() {
    long first = inserted("fire");
    long second = inserted("fire");
    try (Handle one = impatient();
        Handle other = impatient()) {
      tag(one, first, "water");
      tag(other, second, "water");
      insert(one, "fire");
      insert(other, "fire");
      other.commit();
      one.commit();
    }

    assertThat(DATABASE.strings(UNTRUE)).isEmpty();

    inserted("fire", "water");
    assertThat(DATABASE.strings(ROWS)).containsExactly("fire 3", "water 3");
  }

  @Test
  void leaveNothingOfTagsThatSeveralTookAwayAtOnce() {
    long first = inserted("fire");
    long second = inserted("fire");
    try (Handle one = impatient();
        Handle other = impatient()) {
      tag(one, first);
      tag(other, second);
      one.commit();
      other.commit();
    }
    assertThat(DATABASE.strings(ROWS)).containsExactlyInAnyOrder("fire 1", "fire -1");
    assertThat(store.ticketQueries().tags(PageSelection.first(9)).items()).isEmpty();

    inserted("water");
    assertThat(DATABASE.strings(ROWS)).containsExactly("water 1");
  }

  @Test
  void areWrittenOnceForAStatement() {
    DATABASE
        .jdbi()
        .useTransaction(
            handle -> {
              insert(handle, "fire");
              handle.execute(
                  """
                  INSERT INTO tickets (title, description, status, priority, employee_id, owner_id,
                                       tags, version, created_at, updated_at)
                  SELECT title, description, status, priority, employee_id, owner_id,
                         ARRAY['fire', 'n' || n], 1, now(), now()
                    FROM tickets, generate_series(1, 1000) AS n
                  """);
              handle.execute("UPDATE tickets SET tags = array_append(tags, 'smoke'), version = 2");
            });

    assertThat(DATABASE.strings(UNTRUE)).isEmpty();
    assertThat(
            DATABASE.strings(
                "SELECT tag || ' ' || tickets FROM tag_counts WHERE tag IN ('fire', 'smoke')"))
        .containsExactlyInAnyOrder("fire 1001", "smoke 1001");
  }

  @Test
  void areMadeAnewForWhatWasWrittenWithoutTriggers() {
    inserted("fire");
    DATABASE
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("SET LOCAL session_replication_role = 'replica'");
              insert(handle, "fire", "water");
              handle.execute("INSERT INTO tag_counts (tag, tickets) VALUES ('ice', 7)");
            });

    assertThat(new TagCounts(DATABASE.jdbi()).recount()).isEqualTo(2);
    assertThat(DATABASE.strings(ROWS)).containsExactly("fire 2", "water 1");
  }

  @Test
  void aPageOfTagsCostsItsPage() {
    DATABASE.execute(
        "INSERT INTO tag_counts (tag, tickets) SELECT 'tag' || n, n FROM generate_series(1, 20000)"
            + " n");
    DATABASE.execute("ANALYZE tag_counts");

    List<String> plan =
        DATABASE.strings(
            "EXPLAIN (COSTS OFF) "
                + JdbiTicketQueries.TAGS.replace("> ?", "> 'tag5'").replace("?", "51"));

    assertThat(plan)
        .anyMatch(line -> line.contains("Index Scan using tag_counts_unique"))
        .noneMatch(line -> line.matches(".*(Seq Scan|Sort|Hash|Bitmap| tickets ).*"));
  }
}
