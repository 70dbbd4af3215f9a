package dev.hexdesk.rest.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** What each caller is using, for as long as they come. */
final class CallerLimits {
  /** After this time nobody has used anything. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  /** More callers than a node has at a time. */
  private static final int MOST = 10_000;

  /** What one caller is using. */
  record Usage(RateLimiter rate, ConcurrencyLimit running, ConcurrencyLimit costly) {}

  /** It tidies up in passing: to wake another thread for that costs each request more. */
  private final Cache<Long, Usage> callers =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(FORGOTTEN)
          .executor(Runnable::run)
          .build();

  private final RequestLimits limits;
  private final RequestLimits.Line costlyOfOne;

  CallerLimits(RequestLimits limits) {
    this.limits = limits;
    // Of all that wait for a costly read, one caller has half at most. Who wants more is not
    // refused
    // at once: a client that asks again and again would keep the server busy with refusals.
    this.costlyOfOne =
        new RequestLimits.Line(
            Math.max(1, (limits.costly().atOnce() + limits.costly().inLine()) / 2),
            limits.caller().inLine(),
            RefusalDelay.LENGTH);
  }

  Usage of(long user) {
    return callers.get(user, id -> start());
  }

  private Usage start() {
    return new Usage(
        new RateLimiter(limits.budget().unitsPerMinute(), System.nanoTime()),
        new ConcurrencyLimit(limits.caller()),
        new ConcurrencyLimit(costlyOfOne));
  }
}
