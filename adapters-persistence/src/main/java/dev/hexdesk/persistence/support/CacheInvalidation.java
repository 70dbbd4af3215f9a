package dev.hexdesk.persistence.support;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the caches which rows were changed, by this program or any other. Caches may be used only
 * while a lease lasts, which is renewed for as long as no change can go unheard.
 */
public final class CacheInvalidation {
  /** A table whose changes are told. */
  public enum Table {
    USERS("users"),
    TICKETS("tickets");

    private final String sqlName;

    Table(String sqlName) {
      this.sqlName = sqlName;
    }

    /** As PostgreSQL knows it. */
    public String sqlName() {
      return sqlName;
    }
  }

  private final Map<Table, List<RowCache<?>>> caches = new EnumMap<>(Table.class);
  private final AtomicLong changes = new AtomicLong();
  private volatile long freshUntil = System.nanoTime() - 1;

  public CacheInvalidation() {
    for (Table table : Table.values()) {
      caches.put(table, new CopyOnWriteArrayList<>());
    }
  }

  /** A cache of rows of the table, which forgets those that change. */
  public <V> RowCache<V> cacheOf(Table table, int capacity) {
    return cacheOf(table, capacity, Ticker.systemTicker());
  }

  <V> RowCache<V> cacheOf(Table table, int capacity, Ticker clock) {
    RowCache<V> cache = new RowCache<>(this, capacity, clock);
    cachesOf(table).add(cache);
    return cache;
  }

  /** Tells that a row is not any more what it was, or is gone. */
  public void changed(Table table, long id) {
    changes.incrementAndGet();
    cachesOf(table).forEach(cache -> cache.forget(id));
  }

  /** Tells that any row of any table may have changed. */
  public void allChanged() {
    changes.incrementAndGet();
    caches.values().forEach(each -> each.forEach(RowCache::forgetAll));
  }

  /**
   * Says that all changes of up to now were told.
   *
   * @param until up to when that is good enough, by {@link System#nanoTime}
   */
  public void confirmFresh(long until) {
    freshUntil = until;
  }

  /** How often a cache of rows of the table had what was asked for. */
  public long hits(Table table) {
    return cachesOf(table).stream().mapToLong(RowCache::hits).sum();
  }

  /** How often none had it. */
  public long misses(Table table) {
    return cachesOf(table).stream().mapToLong(RowCache::misses).sum();
  }

  /** How many changes were told so far. */
  long changes() {
    return changes.get();
  }

  /** Whether what is cached is good enough still. */
  boolean isFresh() {
    // The lease before the clock: one that is ended in between would seem to last still.
    long until = freshUntil;
    return System.nanoTime() - until < 0;
  }

  private List<RowCache<?>> cachesOf(Table table) {
    return caches.getOrDefault(table, List.of());
  }
}
