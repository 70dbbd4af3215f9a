package dev.hexdesk.application.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The calendar by which moments are put into periods: that of a place. A day there has 23 or 25
 * hours when the clocks change, and begins later where midnight is left out.
 *
 * @param zone where the calendar hangs
 */
public record PeriodCalendar(Interval interval, ZoneId zone) {
  /** All periods in which moments from one to the other lie, both included. */
  public List<Period> periods(Instant first, Instant last) {
    LocalDate start = firstDayOf(first);
    return LongStream.range(0, count(first, last))
        .mapToObj(each -> period(start.plus(each, interval.unit())))
        .toList();
  }

  /** In how many periods the moments from one to the other lie, both included. */
  long count(Instant first, Instant last) {
    return interval.unit().between(firstDayOf(first), firstDayOf(last)) + 1;
  }

  /** When the period began that lies so many before the one of a moment. */
  Instant before(Instant moment, long periods) {
    return period(firstDayOf(moment).minus(periods, interval.unit())).start();
  }

  private LocalDate firstDayOf(Instant moment) {
    return interval.firstDayOf(LocalDate.ofInstant(moment, zone));
  }

  private Period period(LocalDate firstDay) {
    return new Period(firstDay, firstDay.atStartOfDay(zone).toInstant());
  }
}
