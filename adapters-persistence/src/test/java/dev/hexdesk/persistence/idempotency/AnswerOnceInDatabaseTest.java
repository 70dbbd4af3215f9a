package dev.hexdesk.persistence.idempotency;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anActor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.idempotency.IdempotencyService;
import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.application.idempotency.IdempotentExecution.Command;
import dev.hexdesk.application.idempotency.IdempotentExecution.Result;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Work and its answer are one, whatever happens to the database in between. */
class AnswerOnceInDatabaseTest {
  private static final String APPLICATION = "cut-while-working";
  private static final StoredResult ANSWER =
      new StoredResult(201, Map.of(), Bytes.of(new byte[] {1}), DataSubjects.NONE);
  private static final Command COMMAND =
      new Command(anActor(Role.ADMIN), "POST /api/v1/users", "key", Bytes.of(new byte[] {2}));

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private JdbiStore store;
  private IdempotentExecution once;

  @BeforeEach
  void openStore() {
    DATABASE.emptyStore();
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(DATABASE.url());
    connections.setApplicationName(APPLICATION);
    store = JdbiStore.on(Jdbi.create(connections));
    once =
        new IdempotencyService(
            store.unitOfWork(),
            store.idempotencyRecords(),
            TestRules.rolePolicy(),
            Duration.ofHours(24),
            () -> NOON);
  }

  private StoredResult addAlice() {
    StoreFixture.in(store).user(aUser().named("alice"));
    return ANSWER;
  }

  @Test
  void nothingIsLeftOfWorkWhoseConnectionBreaks() {
    assertThatThrownBy(
            () ->
                once.answer(
                    COMMAND,
                    () -> {
                      StoredResult answer = addAlice();
                      DATABASE.cutConnections(APPLICATION);
                      return answer;
                    }))
        .isInstanceOf(StorageUnavailable.class);

    assertThat(counts()).isEqualTo("0 0");
    assertThat(once.answer(COMMAND, this::addAlice)).isEqualTo(new Result.Answered(ANSWER));
    assertThat(once.answer(COMMAND, this::addAlice)).isEqualTo(new Result.Replayed(ANSWER));
    assertThat(counts()).isEqualTo("1 1");
  }

  @Test
  void workThatRanIntoAnotherTransactionIsDoneAgainAndKeptOnce() {
    AtomicInteger runs = new AtomicInteger();

    Result result =
        once.answer(
            COMMAND,
            () -> {
              StoredResult answer = addAlice();
              if (runs.incrementAndGet() == 1) {
                throw new StorageUnavailable(new SQLException("conflict", "40001"));
              }
              return answer;
            });

    assertThat(result).isEqualTo(new Result.Answered(ANSWER));
    assertThat(counts()).isEqualTo("1 1");
  }

  private static String counts() {
    return DATABASE
        .strings(
            "SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM idempotency_keys)")
        .getFirst();
  }
}
