package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A check that has so much time and no more: one that hangs tells nobody anything. */
abstract class TimedHealthCheck extends HealthCheck {
  private final String what;
  private final Duration deadline;

  /**
   * @param what is asked
   */
  TimedHealthCheck(String what, Duration deadline) {
    this.what = what;
    this.deadline = deadline;
  }

  /** Asks, however long the answer takes. */
  abstract Result ask() throws SQLException;

  @Override
  protected final Result check() throws InterruptedException {
    FutureTask<Result> task = new FutureTask<>(this::ask);
    Thread.ofVirtual().name("health-check").start(task);
    try {
      return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
      return Result.unhealthy(what + " did not answer within " + deadline.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return Result.unhealthy(failed.getCause());
    }
  }
}
