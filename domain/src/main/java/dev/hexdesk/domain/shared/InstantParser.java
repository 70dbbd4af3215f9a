package dev.hexdesk.domain.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants: RFC 3339, and what people, databases and libraries write that can only be read
 * alike. Java leaves seconds out that are zero, Python and PostgreSQL write a space for the T, many
 * an offset has no colon or no minutes, and some name the zone, too (RFC 9557). Calendars write no
 * hyphens and colons (ISO 8601's basic format), and call the end of a day 24:00.
 */
public final class InstantParser {
  private static final int LONGEST = 128;
  private static final int NANO_DIGITS = 9;
  private static final String DAY = "([+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2})";
  private static final String TIME = "([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?";

  private static final Pattern WRITTEN =
      Pattern.compile(
          DAY
              + "[Tt ]"
              + TIME
              + " ?(?:[Zz]|UTC|GMT|([+-][0-9]{2})(?::?([0-9]{2}))?)"
              + "(?:\\[[A-Za-z0-9_+/-]+])?");

  private static final Pattern BASIC =
      Pattern.compile(
          "([0-9]{4})([0-9]{2})([0-9]{2})[Tt]([0-9]{2})([0-9]{2})([0-9]{2})?(?<rest>[^0-9].*)");

  private static final String END_OF_DAY = "24:00";
  private static final Pattern WITHOUT_OFFSET = Pattern.compile(DAY + "[Tt ]" + TIME);
  private static final Pattern WITHOUT_TIME = Pattern.compile(DAY);
  private static final LocalTime BEFORE_LEAP_SECOND = LocalTime.of(23, 59, 59);

  private InstantParser() {}

  /** The instant, with its offset; a leap second is the one after it. Empty where it is none. */
  public static Optional<OffsetDateTime> parse(String raw) {
    String text = raw.length() > LONGEST ? "" : WellFormed.trimmed(raw);
    Matcher written = WRITTEN.matcher(extended(text));
    if (!written.matches()) {
      return Optional.empty();
    }
    try {
      return moment(written);
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  /** What the text lacks to be one, completing "must be an instant ..."; may be empty. */
  public static String advice(String raw) {
    String text = raw.length() > LONGEST ? "" : WellFormed.trimmed(raw);
    if (WITHOUT_OFFSET.matcher(text).matches()) {
      return ", with its offset from UTC or Z";
    }
    return WITHOUT_TIME.matcher(text).matches() ? ", with its time and offset from UTC or Z" : "";
  }

  private static String extended(String text) {
    Matcher basic = BASIC.matcher(text);
    if (!basic.matches()) {
      return text;
    }
    String second = basic.group(6) == null ? "" : ":" + basic.group(6);
    return basic.replaceFirst("$1-$2-$3T$4:$5" + second + "${rest}");
  }

  private static Optional<OffsetDateTime> moment(Matcher written) {
    LocalDate day = LocalDate.parse(written.group(1));
    int second = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
    int nanos = nanos(written.group(4));
    ZoneOffset offset = offset(written.group(5), written.group(6));
    if (written.group(2).equals(END_OF_DAY) && second == 0 && nanos == 0) {
      return Optional.of(OffsetDateTime.of(day.plusDays(1), LocalTime.MIDNIGHT, offset));
    }
    boolean leap = second == 60;
    OffsetDateTime moment =
        OffsetDateTime.of(
            day,
            LocalTime.parse(written.group(2)).withSecond(leap ? 59 : second).withNano(nanos),
            offset);
    if (!leap) {
      return Optional.of(moment);
    }
    return moment
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalTime()
            .withNano(0)
            .equals(BEFORE_LEAP_SECOND)
        ? Optional.of(moment.plusSeconds(1))
        : Optional.empty();
  }

  /** What is finer than our clocks tell is cut. */
  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
  }

  private static ZoneOffset offset(@Nullable String hours, @Nullable String minutes) {
    if (hours == null) {
      return ZoneOffset.UTC;
    }
    return ZoneOffset.of(hours + ":" + (minutes == null ? "00" : minutes));
  }
}
