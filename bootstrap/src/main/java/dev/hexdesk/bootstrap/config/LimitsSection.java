package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.limits.RequestLimits;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;

/**
 * What one caller, or one kind of request, may take of a node.
 *
 * @param all all requests together
 * @param caller the requests of one caller
 * @param sameKind the requests that read one resource, or write it
 * @param costlyReads counts, statistics and searches for many words
 * @param budget what a caller may ask for in a minute
 */
public record LimitsSection(
    @Valid LineSection all,
    @Valid LineSection caller,
    @Valid LineSection sameKind,
    @Valid LineSection costlyReads,
    @Valid BudgetSection budget) {

  /**
   * So many at once.
   *
   * @param inLine how many more may wait, for at most {@code longestWait}
   */
  public record LineSection(
      @Min(1) @Max(1000) int atOnce,
      @Min(0) @Max(100_000) int inLine,
      @MinDuration(value = 0, unit = TimeUnit.MILLISECONDS)
          @MaxDuration(value = 1, unit = TimeUnit.MINUTES)
          Duration longestWait) {

    RequestLimits.Line line() {
      return new RequestLimits.Line(atOnce, inLine, longestWait.toJavaDuration());
    }
  }

  /**
   * Units of cost.
   *
   * @param unitsPerMinute how many a caller has
   */
  public record BudgetSection(
      @Min(1) @Max(1_000_000_000) int unitsPerMinute,
      @Min(0) @Max(1_000_000) int read,
      @Min(0) @Max(1_000_000) int list,
      @Min(0) @Max(1_000_000) int write,
      @Min(0) @Max(1_000_000) int costlyRead) {

    RequestLimits.Budget budget() {
      return new RequestLimits.Budget(unitsPerMinute, read, list, write, costlyRead);
    }
  }

  RequestLimits limits() {
    return new RequestLimits(
        all.line(), caller.line(), sameKind.line(), costlyReads.line(), budget.budget());
  }
}
