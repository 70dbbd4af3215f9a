package dev.hexdesk.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowCacheTest {
  private final CacheInvalidation invalidation = new CacheInvalidation();
  private final RowCache<String> users = invalidation.cacheOf(Table.USERS, 10);
  private final RowCache<String> tickets = invalidation.cacheOf(Table.TICKETS, 10);

  @BeforeEach
  void confirm() {
    invalidation.confirmFresh(System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
  }

  private static Optional<String> read(RowCache<String> memory, long id, String row) {
    return memory.remember(id, () -> Optional.of(row), Function.identity());
  }

  @Test
  void countsWhatItWasAskedInVainAndNot() {
    users.recall(7);
    users.remember(7, () -> Optional.of("ann"), Function.identity());
    users.recall(7);
    users.recall(7);

    assertThat(invalidation.hits(Table.USERS)).isEqualTo(2);
    assertThat(invalidation.misses(Table.USERS)).isEqualTo(1);
    assertThat(invalidation.misses(Table.TICKETS)).isZero();
  }

  @Test
  void remembersTheEssenceOfWhatWasRead() {
    assertThat(users.recall(7)).isEmpty();

    assertThat(users.remember(7, () -> Optional.of("ann"), name -> name + "!")).contains("ann");

    assertThat(users.recall(7)).contains("ann!");
    assertThat(users.recall(8)).isEmpty();
    assertThat(tickets.recall(7)).isEmpty();
  }

  @Test
  void doesNotRememberThatSomethingIsNotThere() {
    assertThat(users.<String>remember(7, Optional::empty, Function.identity())).isEmpty();

    assertThat(users.recall(7)).isEmpty();
  }

  @Test
  void forgetsTheRowThatWasChangedAndNoOther() {
    read(users, 7, "ann");
    read(users, 8, "bob");
    read(tickets, 7, "printer");

    invalidation.changed(Table.USERS, 7);

    assertThat(users.recall(7)).isEmpty();
    assertThat(users.recall(8)).contains("bob");
    assertThat(tickets.recall(7)).contains("printer");
  }

  @Test
  void forgetsAllWhenAnythingMayHaveChanged() {
    read(users, 7, "ann");
    read(tickets, 7, "printer");

    invalidation.allChanged();

    assertThat(users.recall(7)).isEmpty();
    assertThat(tickets.recall(7)).isEmpty();
  }

  @Test
  void doesNotRememberWhatMayBeOlderThanAChangeThatWasToldMeanwhile() {
    Optional<String> read =
        users.remember(
            7,
            () -> {
              invalidation.changed(Table.USERS, 7);
              return Optional.of("ann as she was");
            },
            Function.identity());

    assertThat(read).contains("ann as she was");
    assertThat(users.recall(7)).isEmpty();
  }

  @Test
  void saysNothingWhileNobodyVouches() {
    read(users, 7, "ann");
    invalidation.confirmFresh(System.nanoTime() - 1);

    assertThat(users.recall(7)).isEmpty();
    assertThat(read(users, 7, "ann now")).contains("ann now");

    confirm();
    assertThat(users.recall(7)).contains("ann"); // of changes it would have heard by now
  }

  @Test
  void forgetsWhatWasReadAMinuteAgoThoughNobodyToldOfAChange() {
    AtomicLong clock = new AtomicLong();
    RowCache<String> aging = invalidation.cacheOf(Table.USERS, 10, clock::get);
    read(aging, 7, "ann");

    clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(aging.recall(7)).contains("ann");
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1)); // what was recalled is no younger for that
    assertThat(aging.recall(7)).isEmpty();
  }

  @Test
  void doesNotRememberWhatWasReadBeforeSomebodyVouched() {
    assertThat(new CacheInvalidation().cacheOf(Table.USERS, 10).recall(7)).isEmpty();
    invalidation.confirmFresh(System.nanoTime() - 1);

    read(users, 7, "ann");
    confirm();

    assertThat(users.recall(7)).isEmpty();
  }
}
