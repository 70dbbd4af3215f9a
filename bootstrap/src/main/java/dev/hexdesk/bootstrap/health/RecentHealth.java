package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a check said a moment ago. Strangers may ask as often as they like: the check is made once a
 * second, by one of them, and who comes meanwhile is told what was so before.
 */
public final class RecentHealth implements BooleanSupplier {
  private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

  private final HealthCheck check;
  private final LongSupplier nanoTime;
  private final Lock checking = new ReentrantLock();
  private volatile @Nullable Finding last;

  private record Finding(boolean healthy, long at) {}

  public RecentHealth(HealthCheck check) {
    this(check, System::nanoTime);
  }

  RecentHealth(HealthCheck check, LongSupplier nanoTime) {
    this.check = check;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean getAsBoolean() {
    Finding known = last;
    if (known != null && (isFresh(known) || !checking.tryLock())) {
      return known.healthy();
    }
    if (known == null) {
      checking.lock();
    }
    try {
      Finding meanwhile = last;
      return meanwhile != null && isFresh(meanwhile) ? meanwhile.healthy() : checked();
    } finally {
      checking.unlock();
    }
  }

  private boolean checked() {
    boolean healthy = check.execute().isHealthy();
    last = new Finding(healthy, nanoTime.getAsLong());
    return healthy;
  }

  private boolean isFresh(Finding finding) {
    return nanoTime.getAsLong() - finding.at() < GOOD_FOR;
  }
}
