package dev.hexdesk.bootstrap.config;

import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.domain.authentication.LockoutPolicies;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;

/** How many failures to log in are borne. */
public record LoginsSection(
    @Valid UserSection user, @Valid AddressSection address, @Valid SiteSection site) {
  private static final int MOST_FAILURES = 1_000_000;

  /** Half of the requests that a node takes at a time; with two cores some ten seconds' worth. */
  private static final int QUEUE_CAPACITY = 512;

  /**
   * More than one account's programs start at the same moment, and no more than a second's worth.
   */
  private static final int WAITING_PER_NAME = 64;

  /** How failed logins under one user name are limited. */
  @SelfValidating
  public record UserSection(
      @Min(1) @Max(MOST_FAILURES) int failures,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration firstWait,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration longestWait,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration memory) {

    LockoutPolicy limit() {
      return new LockoutPolicy(
          failures,
          memory.toJavaDuration(),
          firstWait.toJavaDuration(),
          longestWait.toJavaDuration());
    }

    /** Checks that waits grow. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      if (longestWait.compareTo(firstWait) < 0) {
        violations.addViolation("longestWait", "must be at least firstWait");
      }
    }
  }

  /** How failed logins from one address are limited. */
  public record AddressSection(
      @Min(1) @Max(MOST_FAILURES) int failures,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration within,
      @Min(1) @Max(QUEUE_CAPACITY) int atOnce) {

    LockoutPolicy limit() {
      return flat(failures, within);
    }
  }

  /** How failed logins from one IPv6 site are limited. */
  public record SiteSection(
      @Min(1) @Max(MOST_FAILURES) int failures,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration within) {

    LockoutPolicy limit() {
      return flat(failures, within);
    }
  }

  private static LockoutPolicy flat(int failures, Duration within) {
    java.time.Duration time = within.toJavaDuration();
    return new LockoutPolicy(failures, time, time, time);
  }

  LoginQueue.Bounds atOnce() {
    return new LoginQueue.Bounds(
        QUEUE_CAPACITY, 2 * address.atOnce(), address.atOnce(), WAITING_PER_NAME);
  }

  LockoutPolicies limits() {
    return new LockoutPolicies(user.limit(), address.limit(), site.limit());
  }
}
