package dev.hexdesk.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

final class ReadinessTest {
  private final AtomicBoolean database = new AtomicBoolean(true);
  private final Readiness readiness = new Readiness(database::get, Duration.ZERO);
  private final Server server = new Server();

  @Test
  void isReadyWhileTheServerServes() {
    assertThat(readiness.whyNot()).contains("The server is starting");

    readiness.lifeCycleStarted(server);
    assertThat(readiness.whyNot()).isEqualTo(Optional.empty());
    assertThat(readiness.getAsBoolean()).isTrue();

    readiness.lifeCycleStopping(server);
    assertThat(readiness.whyNot()).contains("The server is stopping");
    assertThat(readiness.getAsBoolean()).isFalse();
  }

  @Test
  void isNotReadyWhileTheDatabaseIsAway() {
    readiness.lifeCycleStarted(server);
    database.set(false);

    assertThat(readiness.whyNot()).contains("The database does not answer");

    database.set(true);
    assertThat(readiness.whyNot()).isEmpty();
  }

  @Test
  void whoHasNotServedStopsAtOnce() {
    Readiness unstarted = new Readiness(database::get, Duration.ofDays(1));

    unstarted.lifeCycleStopping(server);

    assertThat(unstarted.whyNot()).contains("The server is starting");
  }
}
