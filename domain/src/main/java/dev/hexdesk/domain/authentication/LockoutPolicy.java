package dev.hexdesk.domain.authentication;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * When failures to log in lead to a wait, and to how long a one.
 *
 * @param failures this many lead to the first wait; each further one doubles it
 * @param memory failures are forgotten this long after the first of them, though never before a
 *     wait is over
 * @param firstWait the shortest wait
 * @param longestWait where doubling ends
 */
public record LockoutPolicy(
    int failures, Duration memory, Duration firstWait, Duration longestWait) {
  public LockoutPolicy {
    if (failures < 1) {
      throw new IllegalArgumentException("nobody can fail " + failures + " times");
    }
    if (!memory.isPositive() || !firstWait.isPositive()) {
      throw new IllegalArgumentException("no time at all is no limit");
    }
    if (longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException("the longest wait can't be shorter than the first");
    }
  }

  /** How long tries are refused once there are so many failures; zero where they are not. */
  Duration backoffAfter(int count) {
    if (count < failures) {
      return Duration.ZERO;
    }
    Duration wait = firstWait;
    for (int more = count - failures; more > 0 && !wait.equals(longestWait); more--) {
      wait = Collections.min(List.of(wait.multipliedBy(2), longestWait));
    }
    return wait;
  }
}
