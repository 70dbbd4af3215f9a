package dev.hexdesk.persistence.support;

/** What is remembered of rows, and how units of work end that. */
public final class RowCaches {
  private final JdbiUnitOfWork unitOfWork;

  RowCaches(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** A cache of rows of the table, which forgets those that change. */
  public <V> RowCache<V> of(CacheInvalidation.Table table, int capacity) {
    return unitOfWork.invalidation().cacheOf(table, capacity);
  }

  /** Lets nobody on this node remember the row once the present unit of work is committed. */
  public void invalidate(CacheInvalidation.Table table, long id) {
    unitOfWork.onceCommitted(() -> unitOfWork.invalidation().changed(table, id));
  }

  /** Lets nobody on this node remember any row once the present unit of work is committed. */
  public void invalidateAll() {
    unitOfWork.onceCommitted(unitOfWork.invalidation()::allChanged);
  }
}
