package dev.hexdesk.domain.authentication;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something failed of late, and what that led to.
 *
 * @param count the failures that are remembered
 * @param forgottenAt when counting begins anew
 * @param refusedUntil until when tries are refused; in the past where they are not
 */
public record FailedLogins(int count, Instant forgottenAt, Instant refusedUntil) {
  /** Nothing failed. */
  public static final FailedLogins NONE = new FailedLogins(0, Instant.EPOCH, Instant.EPOCH);

  /** A try takes seconds at the longest, from its arrival to its end. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(5);

  /**
   * Resets the count. Failures of attempts that arrived before that moment no longer count, though
   * their result is known later.
   */
  public static FailedLogins endedAt(Instant now) {
    return new FailedLogins(0, now.plus(UNDER_WAY), now);
  }

  /** Whether a try is refused at that moment, whatever comes with it. */
  public boolean refusesAt(Instant now) {
    return now.isBefore(refusedUntil);
  }

  /**
   * The state after one more failure. Attempts during a lockout don't count, or anybody could
   * extend it to its longest by a moment's work.
   */
  public FailedLogins another(LockoutPolicy limit, Instant now) {
    if (refusesAt(now)) {
      return this;
    }
    boolean anew = count == 0 || !now.isBefore(forgottenAt);
    int failures = anew ? 1 : count + 1;
    Duration wait = limit.backoffAfter(failures);
    Instant until = wait.isZero() ? Instant.EPOCH : now.plus(wait);
    Instant forgotten = anew ? now.plus(limit.memory()) : forgottenAt;
    return new FailedLogins(failures, until.isAfter(forgotten) ? until : forgotten, until);
  }
}
