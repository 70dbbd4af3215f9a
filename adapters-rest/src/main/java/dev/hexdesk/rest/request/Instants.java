package dev.hexdesk.rest.request;

import dev.hexdesk.domain.shared.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads instants as clients write them (RFC 3339), with any offset. */
public final class Instants {
  /** From 1970 until the day before the last of 9999. */
  private static final String DAY =
      "(?:(?:19[7-9][0-9]|[2-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-[0-9]{2}-[0-9]{2}"
          + "|9999-(?:0[1-9]|1[01])-[0-9]{2}|9999-12-(?:[0-2][0-9]|30))";

  /** RFC 3339 within the days that are taken, as exactly as our clocks tell time. */
  public static final String PATTERN =
      "^"
          + DAY
          + "[Tt][0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
          + "(?:[Zz]|[+-](?:0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$";

  /** The longest that an instant can be written. */
  public static final int LONGEST = 35;

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  private Instants() {}

  /** What is wrong with the text, if anything is. */
  public static Optional<Violation> faultOf(String name, String raw) {
    try {
      LocalDate day = OffsetDateTime.parse(raw).toLocalDate();
      if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
        return Optional.of(
            new Violation(name, "range", "must lie between " + FIRST_DAY + " and " + LAST_DAY));
      }
      if (WRITTEN.matcher(raw).matches()) {
        return Optional.empty();
      }
    } catch (DateTimeException unreadable) {
      // Told below, like an instant that is written in another way.
    }
    return Optional.of(
        new Violation(name, "type", "must be an instant such as 2026-11-23T10:15:30Z"));
  }

  /** Reads a text without fault. */
  public static Instant read(String raw) {
    return OffsetDateTime.parse(raw).toInstant();
  }
}
