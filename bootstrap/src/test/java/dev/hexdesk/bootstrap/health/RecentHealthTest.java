package dev.hexdesk.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentHealthTest {
  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();

  @Test
  void asksOnceASecond() {
    RecentHealth health =
        new RecentHealth(
            new HealthCheck() {
              @Override
              protected Result check() {
                return checks.incrementAndGet() == 1 ? Result.healthy() : Result.unhealthy("gone");
              }
            },
            now::get);

    assertThat(health.getAsBoolean()).isTrue();
    now.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(health.getAsBoolean()).isTrue();
    now.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(health.getAsBoolean()).isFalse();
    assertThat(checks).hasValue(2);
  }

  @Test
  void tellsWhatWasSoToWhoComesWhileItAsks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    RecentHealth health =
        new RecentHealth(
            new HealthCheck() {
              @Override
              protected Result check() throws InterruptedException {
                if (checks.incrementAndGet() == 2) {
                  asked.countDown();
                  answer.await();
                  return Result.unhealthy("gone");
                }
                return Result.healthy();
              }
            },
            now::get);
    health.getAsBoolean();
    now.addAndGet(Duration.ofSeconds(2).toNanos());

    CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(health::getAsBoolean);
    asked.await();
    assertThat(health.getAsBoolean()).isTrue();
    answer.countDown();

    assertThat(first.get()).isFalse();
    assertThat(health.getAsBoolean()).isFalse();
    assertThat(checks).hasValue(2);
  }
}
