package dev.hexdesk.persistence.support;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What this unit of work promises beyond the contract of all. */
class TransactionsTest {
  private static final String CONFLICT = "DO $$ BEGIN RAISE 'no' USING ERRCODE = '40001'; END $$";

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private User alice;
  private User bob;

  @BeforeEach
  void addUsers(Store empty) {
    store = empty;
    alice = StoreFixture.in(store).user(aUser().named("alice"));
    bob = StoreFixture.in(store).user(aUser().named("bob"));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return store.unitOfWork().inTransaction(work);
  }

  @Test
  void aUnitInWhichAWriteWasRefusedCanOnlyEnd() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      assertThat(insert("ALICE"))
                          .isEqualTo(new UniqueStoring.AlreadyExists<>("username"));
                      return store.users().find(bob.id());
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed already");
  }

  @Test
  void whatAFailedUnitInsideDidIsNotKeptThoughTheOuterGoesOn() {
    inTransaction(
        () -> {
          assertThatThrownBy(
                  () ->
                      inTransaction(
                          () -> {
                            insert("carol");
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          return true;
        });

    assertThat(store.users().find(aUser().named("carol").profile().username())).isEmpty();
  }

  @Test
  void aRefusalOutsideOfAnyUnitHarmsNothing() {
    assertThat(insert("ALICE")).isEqualTo(new UniqueStoring.AlreadyExists<>("username"));
    assertThat(insert("carol")).isInstanceOf(UniqueStoring.Stored.class);
  }

  @Test
  void nothingIsLockedOutsideOfAnyUnit() {
    assertThatThrownBy(() -> store.users().findForUpdate(alice.id()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.users().lockAdministrators())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void otherThreadsTakeNoPartInAUnit() {
    inTransaction(
        () -> {
          store.users().delete(alice.id());
          assertThat(CompletableFuture.supplyAsync(() -> store.users().find(alice.id())).join())
              .contains(alice);
          return true;
        });
  }

  @Test
  void oneOfTwoThatWaitForEachOtherIsRunAgain() throws Exception {
    Store quick = JdbiStore.on(Jdbi.create(DATABASE.with("deadlock_timeout", "50ms")));
    CountDownLatch bothHaveOne = new CountDownLatch(2);
    AtomicInteger runs = new AtomicInteger();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first =
          threads.submit(() -> lockBoth(quick, alice.id(), bob.id(), bothHaveOne, runs));
      Future<Boolean> second =
          threads.submit(() -> lockBoth(quick, bob.id(), alice.id(), bothHaveOne, runs));
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isTrue();
    }

    assertThat(runs).hasValue(3);
  }

  private static boolean lockBoth(
      Store store, UserId one, UserId other, CountDownLatch bothHaveOne, AtomicInteger runs) {
    return store
        .unitOfWork()
        .inTransaction(
            () -> {
              runs.incrementAndGet();
              store.users().findForUpdate(one);
              bothHaveOne.countDown();
              await(bothHaveOne);
              return store.users().findForUpdate(other).isPresent();
            });
  }

  @Test
  void givesUpWhenOthersKeepGettingIntoTheWay() {
    JdbiUnitOfWork unitOfWork = new JdbiUnitOfWork(DATABASE.jdbi());
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                unitOfWork.inTransaction(
                    () -> {
                      runs.incrementAndGet();
                      return unitOfWork.with(handle -> handle.execute(CONFLICT));
                    }))
        .isInstanceOf(StorageUnavailable.class);

    assertThat(runs).hasValue(3);
  }

  @Test
  void servesFarMoreVirtualThreadsThanThereAreConnections() throws Exception {
    List<Future<Boolean>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 200; n++) {
        String name = "user" + n;
        calls.add(
            threads.submit(
                () ->
                    inTransaction(
                        () ->
                            insert(name) instanceof UniqueStoring.Stored(User stored)
                                && store.users().find(stored.id()).isPresent())));
      }
    }
    for (Future<Boolean> call : calls) {
      assertThat(call.get()).isTrue();
    }
  }

  private UniqueStoring<User> insert(String name) {
    return store.users().insert(aUser().named(name).profile(), StoreFixture.HASH, NOON);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
