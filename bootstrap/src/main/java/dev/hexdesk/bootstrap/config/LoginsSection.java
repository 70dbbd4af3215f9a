package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.access.FailureLimit;
import dev.hexdesk.domain.access.LoginLimits;
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
public record LoginsSection(@Valid UserSection user, @Valid AddressSection address) {
  private static final int MOST_FAILURES = 1_000_000;

  /** Of one user name. */
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

    FailureLimit limit() {
      return new FailureLimit(
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

  /** From one address. */
  public record AddressSection(
      @Min(1) @Max(MOST_FAILURES) int failures,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS)
          @MaxDuration(value = 365, unit = TimeUnit.DAYS)
          Duration within) {

    FailureLimit limit() {
      java.time.Duration time = within.toJavaDuration();
      return new FailureLimit(failures, time, time, time);
    }
  }

  LoginLimits limits() {
    return new LoginLimits(user.limit(), address.limit());
  }
}
