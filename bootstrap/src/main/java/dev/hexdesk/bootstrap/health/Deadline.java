package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.health.HealthCheck.Result;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives a check so much time and no more. */
final class Deadline {
  private Deadline() {}

  static Result within(Duration deadline, String what, Callable<Result> check)
      throws InterruptedException {
    FutureTask<Result> task = new FutureTask<>(check);
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
