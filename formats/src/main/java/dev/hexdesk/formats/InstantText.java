package dev.hexdesk.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Instants in RFC 3339, in UTC, always with milliseconds: {@code 2026-11-23T10:15:30.123Z}. A page
 * has hundreds of them, and the formatter's general way took longer than all else of it.
 */
public final class InstantText {
  private static final int LATEST_YEAR = 9999;

  /** For years that RFC 3339 does not have. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private InstantText() {}

  /** The instant, cut to milliseconds. */
  public static String of(Instant value) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > LATEST_YEAR) {
      return FORMAT.format(value);
    }
    byte[] text = "0000-00-00T00:00:00.000Z".getBytes(ISO_8859_1);
    put(utc.getYear(), text, 3);
    put(utc.getMonthValue(), text, 6);
    put(utc.getDayOfMonth(), text, 9);
    put(utc.getHour(), text, 12);
    put(utc.getMinute(), text, 15);
    put(utc.getSecond(), text, 18);
    put(utc.getNano() / 1_000_000, text, 22);
    return new String(text, ISO_8859_1);
  }

  /** Writes a number over zeros. */
  private static void put(int number, byte[] text, int lastDigit) {
    int at = lastDigit;
    for (int rest = number; rest > 0; rest /= 10) {
      text[at--] = (byte) ('0' + rest % 10);
    }
  }
}
