package dev.hexdesk.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Some years of work, Monday to Friday from seven to seven, as one line of time. */
final class WorkTime {
  private static final int YEARS = 4;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long WORKDAY = Duration.ofHours(12).toMillis();
  private static final long BEGINNING = Duration.ofHours(7).toMillis();
  private static final int WORKDAYS = 5;
  private static final int DAYS = 7;

  private final long firstMonday;
  private final long length;
  private final long end;

  WorkTime(Instant until) {
    LocalDate first =
        until
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .minusYears(YEARS)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    firstMonday = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    end = until.toEpochMilli();
    long weeks = (end - firstMonday) / (DAYS * DAY);
    long days = Math.min((end - firstMonday) / DAY - weeks * DAYS, WORKDAYS);
    length = (weeks * WORKDAYS + days) * WORKDAY;
  }

  /** When work begins. */
  long start() {
    return firstMonday + BEGINNING;
  }

  /** When work ends. */
  long end() {
    return end;
  }

  /** The moment when that share of the work was done; never earlier for a greater share. */
  long at(double share) {
    long worked = Math.min((long) (share * length), length - 1);
    long workday = worked / WORKDAY;
    return firstMonday
        + (workday / WORKDAYS * DAYS + workday % WORKDAYS) * DAY
        + BEGINNING
        + worked % WORKDAY;
  }
}
