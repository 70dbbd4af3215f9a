package dev.hexdesk.application.statistics;

import java.time.Duration;

/**
 * How long something took over many tickets, to the millisecond.
 *
 * @param median half of them took no longer; between two the value lies in proportion
 * @param p95 ninety-five in a hundred took no longer
 */
public record Percentiles(Duration median, Duration p95) {
  /** Percentiles that are given in seconds, rounded to the millisecond. */
  public static Percentiles ofSeconds(double median, double p95) {
    return new Percentiles(rounded(median), rounded(p95));
  }

  private static Duration rounded(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
