package dev.hexdesk.persistence.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A cache of rows by their ids. It answers only while changes in the database are heard of, and
 * never with a row that was read more than a minute ago. It tidies up in passing, as waking another
 * thread for that costs each read more.
 *
 * @param <V> what is remembered of a row
 */
public final class RowCache<V> {
  /**
   * Where a database's triggers are switched off nobody tells of changes, however well one listens.
   */
  private static final Duration AGE = Duration.ofMinutes(1);

  private final CacheInvalidation invalidation;
  private final Cache<Long, V> rows;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  RowCache(CacheInvalidation invalidation, int capacity, Ticker clock) {
    this.invalidation = invalidation;
    this.rows =
        Caffeine.newBuilder()
            .maximumSize(capacity)
            .expireAfterWrite(AGE)
            .ticker(clock)
            .executor(Runnable::run)
            .build();
  }

  /** What is remembered of the row. */
  public Optional<V> recall(long id) {
    Optional<V> known =
        invalidation.isFresh() ? Optional.ofNullable(rows.getIfPresent(id)) : Optional.empty();
    (known.isPresent() ? hits : misses).increment();
    return known;
  }

  /**
   * Reads a row and remembers of it what is to be remembered, unless a change was told meanwhile:
   * it may be of that very row, and what was read be older.
   */
  public <R> Optional<R> remember(long id, Supplier<Optional<R>> reading, Function<R, V> essence) {
    if (!invalidation.isFresh()) {
      return reading.get();
    }
    long before = invalidation.changes();
    Optional<R> read = reading.get();
    if (read.isPresent()) {
      put(id, essence.apply(read.get()));
      // Looked at after it was put: a change that is told from here on finds it and takes it away.
      if (invalidation.changes() != before || !invalidation.isFresh()) {
        rows.invalidate(id);
      }
    }
    return read;
  }

  /**
   * What is known already is not written again: readers of one row would only hinder each other.
   */
  private void put(long id, V value) {
    if (!value.equals(rows.getIfPresent(id))) {
      rows.put(id, value);
    }
  }

  /** How many recalls there were that found something. */
  long hits() {
    return hits.sum();
  }

  /** How many recalls there were in vain. */
  long misses() {
    return misses.sum();
  }

  void forget(long id) {
    rows.invalidate(id);
  }

  void forgetAll() {
    rows.invalidateAll();
  }
}
