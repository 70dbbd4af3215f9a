package dev.hexdesk.rest.http;

import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.rest.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters, and refuses by name what can't be read (code {@code malformed_request}).
 */
public final class Parameters {
  /** No text that is looked for is longer than this. */
  public static final int LONGEST_TEXT = 500;

  /** RFC 3339 within the days that are taken, as exactly as our clocks tell time. */
  public static final String INSTANT =
      "^(?!9999-12-31)(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}"
          + "[Tt][0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
          + "(?:[Zz]|[+-](?:0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$";

  public static final int LONGEST_INSTANT = 35;

  private static final Pattern INSTANT_PATTERN = Pattern.compile(INSTANT);
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  private Parameters() {}

  public static Optional<String> text(String name, @Nullable String raw) {
    if (raw == null) {
      return Optional.empty();
    }
    requireShort(name, raw);
    if (!WellFormed.isUnicode(raw) || raw.indexOf('\0') >= 0) {
      throw bad(name, "encoding", "must be text without NUL or unpaired surrogates");
    }
    return Optional.of(raw);
  }

  public static Optional<Boolean> flag(String name, @Nullable String raw) {
    return Optional.ofNullable(raw)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw bad(name, "type", "must be true or false");
                });
  }

  /** An instant in RFC 3339, with any offset. */
  public static Optional<Instant> instant(String name, @Nullable String raw) {
    if (raw == null) {
      return Optional.empty();
    }
    try {
      OffsetDateTime moment = OffsetDateTime.parse(raw);
      LocalDate day = moment.toLocalDate();
      if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
        throw bad(name, "range", "must lie between " + FIRST_DAY + " and " + LAST_DAY);
      }
      if (INSTANT_PATTERN.matcher(raw).matches()) {
        return Optional.of(moment.toInstant());
      }
    } catch (DateTimeException unreadable) {
      // Refused below, like an instant that is written in another way.
    }
    throw bad(name, "type", "must be an instant such as 2026-11-23T10:15:30Z");
  }

  /** One word of those that {@code read} knows. */
  public static <T> Optional<T> word(
      String name, @Nullable String raw, Function<String, Optional<T>> read) {
    return Optional.ofNullable(raw)
        .map(
            text ->
                read.apply(text)
                    .orElseThrow(() -> bad(name, "unknown_value", "has a value that is unknown")));
  }

  /** Several words, comma-separated, of those that {@code read} knows. */
  public static <T> Set<T> words(
      String name, @Nullable String raw, Function<String, Optional<T>> read) {
    Set<T> found = new LinkedHashSet<>();
    if (raw != null) {
      requireShort(name, raw);
      Arrays.stream(raw.split(",", -1))
          .forEach(text -> word(name, text, read).ifPresent(found::add));
    }
    return found;
  }

  /** A whole number in ASCII digits within the bounds, both included. */
  public static Optional<Integer> number(String name, @Nullable String raw, int from, int to) {
    return Optional.ofNullable(raw)
        .map(
            text ->
                IdConverters.read(text)
                    .filter(number -> number >= from && number <= to)
                    .map(Long::intValue)
                    .orElseThrow(
                        () -> bad(name, "range", "must be an integer from " + from + " to " + to)));
  }

  private static void requireShort(String name, String raw) {
    if (raw.codePointCount(0, raw.length()) > LONGEST_TEXT) {
      throw bad(name, "too_long", "must have at most " + LONGEST_TEXT + " characters");
    }
  }

  private static ProblemException bad(String name, String code, String detail) {
    return ProblemException.badParameter(name, code, detail);
  }
}
