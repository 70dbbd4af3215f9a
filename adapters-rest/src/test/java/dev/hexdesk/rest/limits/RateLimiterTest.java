package dev.hexdesk.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A budget, in a time that the test makes up. */
class RateLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(longs = {0, -5, Long.MAX_VALUE - SECOND, Long.MIN_VALUE})
  void givesAsMuchAsThereIsAndNoMoreUntilItIsRefilled(long now) {
    RateLimiter limiter = new RateLimiter(60, now);

    for (int n = 1; n <= 60; n++) {
      assertThat(limiter.take(1, now)).isEqualTo(n * SECOND);
    }
    assertThat(limiter.take(1, now)).isEqualTo(61 * SECOND);
    assertThat(limiter.take(1, now + SECOND - 1)).isGreaterThan(RateLimiter.WINDOW);
    assertThat(limiter.take(1, now + SECOND)).isEqualTo(RateLimiter.WINDOW);
    assertThat(limiter.take(2, now + 61 * SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void savesNothingUpBeyondTheWhole() {
    RateLimiter limiter = new RateLimiter(60, 0);

    assertThat(limiter.take(61, 3600 * SECOND)).isGreaterThan(RateLimiter.WINDOW);
    assertThat(limiter.take(60, 3600 * SECOND)).isEqualTo(RateLimiter.WINDOW);
  }

  @Test
  void countsWhatManyTakeAtOnce() {
    RateLimiter limiter = new RateLimiter(1000, 0);
    AtomicInteger taken = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 5000; n++) {
        callers.execute(
            () -> {
              if (limiter.take(1, 0) <= RateLimiter.WINDOW) {
                taken.incrementAndGet();
              }
            });
      }
    }

    assertThat(taken).hasValue(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '\"minute\";r=600;t=0'",
    "100000000, '\"minute\";r=599;t=1'",
    "1000000001, '\"minute\";r=589;t=2'",
    "60000000000, '\"minute\";r=0;t=60'",
    "61000000000, '\"minute\";r=0;t=60'"
  })
  void tellsWhatIsLeft(long missing, String header) {
    assertThat(RateHeaders.left(missing, 600)).isEqualTo(header).matches(RateHeaders.LEFT_PATTERN);
  }
}
