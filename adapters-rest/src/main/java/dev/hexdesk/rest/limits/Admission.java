package dev.hexdesk.rest.limits;

import org.jspecify.annotations.Nullable;

/**
 * What a request was charged, and what it was let in by and leaves once it has what it asked for. A
 * request has one thread, so nothing is synchronized.
 */
final class Admission {
  static final String PROPERTY = "hexdesk.admission";

  private final CallerLimits.Usage usage;
  private final long missing;
  private @Nullable ConcurrencyLimit ofCaller;
  private @Nullable ConcurrencyLimit ofAll;

  /**
   * @param missing what the caller's rate lacks until all is there again, as {@link RateLimiter}
   *     tells it
   */
  Admission(CallerLimits.Usage usage, long missing) {
    this.usage = usage;
    this.missing = missing;
  }

  CallerLimits.Usage usage() {
    return usage;
  }

  long missing() {
    return missing;
  }

  /** Remembers the limits that were entered, for them to be left. */
  void entered(ConcurrencyLimit callers, ConcurrencyLimit everybodys) {
    ofCaller = callers;
    ofAll = everybodys;
  }

  /** Leaves what was entered and not left yet. */
  void end() {
    if (ofCaller != null && ofAll != null) {
      ofAll.leave();
      ofCaller.leave();
      ofCaller = null;
    }
  }
}
