package dev.hexdesk.persistence.support;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures mean that the storage is away, and that it is back as soon as it is back. */
@Isolated("It measures time.")
class UnavailableTest {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration IN_TIME = Duration.ofSeconds(20);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private User alice;

  @BeforeEach
  void addAlice() {
    store = DATABASE.emptyStore();
    alice = StoreFixture.in(store).user(aUser().named("alice"));
  }

  @Test
  void aConnectionThatIsCutInsideAUnit() {
    assertLostWhenCutBefore(one -> one.users().find(alice.id()));
  }

  @Test
  void aConnectionThatIsCutBeforeTheCommit() {
    assertLostWhenCutBefore(one -> "deleted");
  }

  /** What a unit has done is lost where its connection is cut before its end. */
  private void assertLostWhenCutBefore(Function<Store, ?> end) {
    onOneConnection(
        IN_TIME,
        one -> {
          assertThatThrownBy(
                  () ->
                      one.unitOfWork()
                          .inTransaction(
                              () -> {
                                one.users().delete(alice.id());
                                DATABASE.cutConnections("victim");
                                return end.apply(one);
                              }))
              .isInstanceOf(StorageUnavailable.class);

          assertThat(one.users().find(alice.id())).contains(alice);
        });
  }

  @Test
  void aPoolWithoutAConnectionLeft() {
    onOneConnection(
        SOON,
        one -> {
          one.unitOfWork()
              .inTransaction(
                  () -> {
                    assertThatThrownBy(() -> onAnotherThread(() -> one.users().find(alice.id())))
                        .hasCauseInstanceOf(StorageUnavailable.class);
                    return true;
                  });

          assertThat(one.users().find(alice.id())).contains(alice);
        });
  }

  @Test
  void aServerThatIsNotThere() {
    try (HikariDataSource nowhere = pool("jdbc:postgresql://127.0.0.1:1/nowhere", SOON)) {
      Store away = JdbiStore.on(Jdbi.create(nowhere));

      assertThatThrownBy(() -> away.users().isEmpty()).isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> away.unitOfWork().inTransaction(() -> away.users().isEmpty()))
          .isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> away.credentials().authenticationStateOf(alice.id()))
          .isInstanceOf(StorageUnavailable.class);
    }
  }

  @Test
  void aPoolThatIsClosed() {
    HikariDataSource pool = pool(DATABASE.url(), IN_TIME);
    Store closed = JdbiStore.on(Jdbi.create(pool));
    pool.close();

    assertThatThrownBy(() -> closed.users().isEmpty()).isInstanceOf(StorageUnavailable.class);
  }

  /** For a row that stays locked, or altogether. */
  @ParameterizedTest
  @ValueSource(strings = {"lock_timeout", "statement_timeout"})
  void aStatementThatTakesTooLong(String timeout) {
    Store impatient = JdbiStore.on(Jdbi.create(DATABASE.with(timeout, "100ms")));

    store
        .unitOfWork()
        .inTransaction(
            () -> {
              store.users().findForUpdate(alice.id());
              assertThatThrownBy(() -> onAnotherThread(() -> rename(impatient)))
                  .hasCauseInstanceOf(StorageUnavailable.class);
              return true;
            });
  }

  @Test
  void notAWriteThatBreaksAnInvariant() {
    DATABASE.execute("ALTER TABLE users ADD CONSTRAINT none_here CHECK (false) NOT VALID");
    try {
      assertThatThrownBy(() -> rename(store)).isInstanceOf(JdbiException.class);
    } finally {
      DATABASE.execute("ALTER TABLE users DROP CONSTRAINT none_here");
    }
  }

  @Test
  void notAMissingTable() {
    DATABASE.execute("ALTER TABLE users RENAME TO gone");
    try {
      assertThatThrownBy(() -> store.users().find(alice.id())).isInstanceOf(JdbiException.class);
    } finally {
      DATABASE.execute("ALTER TABLE gone RENAME TO users");
    }
  }

  private static void onOneConnection(Duration timeout, Consumer<Store> test) {
    try (HikariDataSource pool = pool(DATABASE.url(), timeout)) {
      test.accept(JdbiStore.on(Jdbi.create(pool)));
    }
  }

  private Object rename(Store through) {
    return through
        .users()
        .update(alice.with(aUser().named("alice").called("Other", "Name").profile(), NOON));
  }

  private static Object onAnotherThread(Supplier<Object> work) {
    return CompletableFuture.supplyAsync(work).join();
  }

  private static HikariDataSource pool(String url, Duration timeout) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.addDataSourceProperty("ApplicationName", "victim");
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(timeout.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
