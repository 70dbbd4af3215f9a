package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.shared.Coded;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar for which tickets are counted. */
public enum Interval implements Coded {
  DAY(ChronoUnit.DAYS),
  /** From Monday to Sunday, as ISO 8601 has it. */
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS);

  private final ChronoUnit unit;

  Interval(ChronoUnit unit) {
    this.unit = unit;
  }

  LocalDate firstDayOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  ChronoUnit unit() {
    return unit;
  }
}
