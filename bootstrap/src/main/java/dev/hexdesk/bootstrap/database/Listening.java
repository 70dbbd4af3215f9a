package dev.hexdesk.bootstrap.database;

import dev.hexdesk.persistence.support.ChangeListener;
import io.dropwizard.lifecycle.Managed;

/** Listens to changes in the database for as long as the server runs. */
public record Listening(ChangeListener listener) implements Managed {
  @Override
  public void start() {
    listener.start();
  }

  @Override
  public void stop() {
    listener.close();
  }
}
