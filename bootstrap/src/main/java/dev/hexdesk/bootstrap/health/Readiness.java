package dev.hexdesk.bootstrap.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Whether requests shall be sent here: from when all connectors are open until the server is told
 * to stop, and while the database answers. Who is told to stop says so first, and goes on for a
 * while, so that whoever sends requests can have seen it before the first one is refused.
 */
public final class Readiness implements BooleanSupplier, LifeCycle.Listener {
  private final BooleanSupplier database;
  private final Duration delay;
  private volatile Phase phase = Phase.STARTING;

  private enum Phase {
    STARTING,
    SERVING,
    STOPPING
  }

  /**
   * @param database whether it answers
   * @param delay how long the server goes on when it was told to stop
   */
  public Readiness(BooleanSupplier database, Duration delay) {
    this.database = database;
    this.delay = delay;
  }

  @Override
  public boolean getAsBoolean() {
    return whyNot().isEmpty();
  }

  /** Empty when the server is ready. */
  public Optional<String> whyNot() {
    return switch (phase) {
      case STARTING -> Optional.of("The server is starting");
      case STOPPING -> Optional.of("The server is stopping");
      case SERVING ->
          database.getAsBoolean() ? Optional.empty() : Optional.of("The database does not answer");
    };
  }

  @Override
  public void lifeCycleStarted(LifeCycle started) {
    if (started instanceof Server) {
      phase = Phase.SERVING;
    }
  }

  @Override
  public void lifeCycleStopping(LifeCycle stopping) {
    if (stopping instanceof Server && phase == Phase.SERVING) {
      phase = Phase.STOPPING;
      try {
        Thread.sleep(delay);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
