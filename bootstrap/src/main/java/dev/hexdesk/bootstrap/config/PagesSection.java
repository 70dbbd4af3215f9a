package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.paging.PageLimits;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many items a list returns. */
@SelfValidating
public record PagesSection(@Min(1) int standard, @Max(MOST) int largest) {
  /** A page is built in memory, for each of the callers at once. */
  private static final int MOST = 1000;

  PageLimits limits() {
    return new PageLimits(standard, largest);
  }

  /** Checks that the standard page is allowed. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (largest < standard) {
      violations.addViolation("largest", "must be at least standard, which is " + standard);
    }
  }
}
