package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.shared.Coded;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A stretch of the calendar in UTC for which tickets are counted. */
public enum Interval implements Coded {
  DAY(ChronoUnit.DAYS),
  /** From Monday to Sunday, as ISO 8601 has it. */
  WEEK(ChronoUnit.WEEKS);

  private final ChronoUnit unit;

  Interval(ChronoUnit unit) {
    this.unit = unit;
  }

  public static Optional<Interval> of(String code) {
    return Coded.find(Interval.class, code);
  }

  /** The first day of the period that a moment lies in. */
  public LocalDate firstDayOf(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return this == WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
  }

  /** In how many periods the moments from one to the other lie, both included. */
  long periods(Instant first, Instant last) {
    return unit.between(firstDayOf(first), firstDayOf(last)) + 1;
  }

  /** When the period began that lies so many before the one of a moment. */
  Instant before(Instant moment, long periods) {
    return firstDayOf(moment).minus(periods, unit).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
