package dev.hexdesk.rest.request;

import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.rest.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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

  /** Each word is looked up by itself. */
  public static final int MOST_WORDS = 32;

  /** Any text that is not blank, as it can be stored. */
  public static final String TEXT_PATTERN = "^[^\\x00]*[^\\s\\x00][^\\x00]*$";

  /** A text with a word in it, and no more than {@link #MOST_WORDS}. */
  public static final String WORDS_PATTERN = "^\\s*[^\\s\\x00]+(?:\\s+[^\\s\\x00]+){0,31}\\s*$";

  /** Every number that was ever stored; those of people who were erased begin with a zero. */
  public static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,31}");

  /** Every address that was ever stored; those of people who were erased have no point. */
  public static final String EMAIL_PATTERN =
      "^[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\\p{L}\\p{M}\\p{N}.-]+$";

  public static final Pattern EMAIL = Pattern.compile(EMAIL_PATTERN);

  /** What user names are made of, whatever the rule was by which they were given. */
  public static final String USERNAME_PATTERN = "^[\\p{L}\\p{M}\\p{Nd}._@+-]+$";

  /** What tags are made of, whatever the rule was by which they were given. */
  public static final String TAG_CHARACTERS = "[\\p{L}\\p{M}\\p{Nd}_.-]";

  public static final Pattern TAG = Pattern.compile(TAG_CHARACTERS + "{1," + Tag.LONGEST + "}");

  public static final Pattern USERNAME = Pattern.compile(USERNAME_PATTERN);

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\x{FEFF}]+");

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

  /** A text in which there is something. */
  public static Optional<String> visible(String name, @Nullable String raw) {
    Optional<String> text = text(name, raw);
    if (text.filter(WellFormed::isBlank).isPresent()) {
      throw bad(name, "blank", "must not be blank");
    }
    return text;
  }

  /**
   * A value in the form in which it is stored. What nobody's can be is refused: a list without
   * anybody would say that the value is nobody's yet.
   *
   * @param rule what it is written by today
   * @param form what it has been at all times, whatever the rule was
   */
  public static Optional<String> stored(
      String name, @Nullable String raw, TextRule<?> rule, Pattern form) {
    return text(name, raw)
        .map(
            text -> {
              String value = rule.normalize().apply(text);
              if (!form.matcher(value).matches() && rule.faultOf(name, text).isPresent()) {
                throw bad(name, "format", "must be " + rule.meaning() + plusHint(text));
              }
              return value;
            });
  }

  /** A plus sign that was not encoded comes as a space, which none of these values has. */
  private static String plusHint(String text) {
    return text.indexOf(' ') < 0 ? "" : "; write + as %2B";
  }

  /** Text in which there is something to look for. */
  public static Optional<String> search(String name, @Nullable String raw) {
    Optional<String> text = visible(name, raw);
    if (text.filter(it -> SPACES.split(it.strip()).length > MOST_WORDS).isPresent()) {
      throw bad(name, "too_many_words", "must have at most " + MOST_WORDS + " words");
    }
    return text;
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
    Instants.faultOf(name, raw)
        .ifPresent(
            fault -> {
              throw bad(name, fault.code(), fault.detail() + plusHint(raw));
            });
    return Optional.of(Instants.read(raw));
  }

  /** One word of a closed list. */
  public static <E extends Enum<E> & Coded> Optional<E> word(
      String name, @Nullable String raw, Class<E> kind) {
    return word(name, raw, text -> Coded.find(kind, text), Coded.codes(kind));
  }

  /** One of these words. */
  public static Optional<String> word(
      String name, @Nullable String raw, Collection<String> choices) {
    return word(name, raw, text -> Optional.of(text).filter(choices::contains), choices);
  }

  private static <T> Optional<T> word(
      String name,
      @Nullable String raw,
      Function<String, Optional<T>> read,
      Collection<String> choices) {
    return Optional.ofNullable(raw)
        .map(
            text ->
                read.apply(text)
                    .orElseThrow(
                        () ->
                            bad(
                                name,
                                "unknown_value",
                                "must be one of " + String.join(", ", choices))));
  }

  /** Several words of a closed list, comma-separated. */
  public static <E extends Enum<E> & Coded> Set<E> words(
      String name, @Nullable String raw, Class<E> kind) {
    return listed(name, raw, text -> word(name, text, kind));
  }

  /** Several of these words, comma-separated. */
  public static Set<String> words(String name, @Nullable String raw, Collection<String> choices) {
    return listed(name, raw, text -> word(name, text, choices));
  }

  /** Several values, comma-separated, as {@code read} reads each of them without outer spaces. */
  public static <T> Set<T> listed(
      String name, @Nullable String raw, Function<String, Optional<T>> read) {
    Set<T> found = new LinkedHashSet<>();
    if (raw != null) {
      requireShort(name, raw);
      Arrays.stream(raw.split(",", -1))
          .map(String::strip)
          .forEach(text -> read.apply(text).ifPresent(found::add));
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
