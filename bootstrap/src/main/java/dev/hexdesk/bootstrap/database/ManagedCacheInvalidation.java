package dev.hexdesk.bootstrap.database;

import dev.hexdesk.persistence.support.CacheInvalidationListener;
import io.dropwizard.lifecycle.Managed;

/** Listens to changes in the database for as long as the server runs. */
public final class ManagedCacheInvalidation implements Managed {
  private final CacheInvalidationListener listener;

  public ManagedCacheInvalidation(CacheInvalidationListener listener) {
    this.listener = listener;
  }

  @Override
  public void start() {
    listener.start();
  }

  @Override
  public void stop() {
    listener.close();
  }
}
