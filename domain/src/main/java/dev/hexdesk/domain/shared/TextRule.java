package dev.hexdesk.domain.shared;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a text field must look like, and the value that it becomes. Lengths count Unicode code
 * points, as people count characters.
 *
 * @param minLength at least this many code points, 1 or more: what may be empty is left out instead
 * @param maxLength at most this many code points
 * @param pattern the whole text must match it; empty where any text will do
 * @param meaning the pattern in words, completing "must be ..."
 * @param lines whether line breaks and tabs are allowed
 * @param normalize brings equivalent spellings to one form before anything is checked
 * @param make turns a text that passed into the value
 */
public record TextRule<T>(
    int minLength,
    int maxLength,
    Optional<Pattern> pattern,
    String meaning,
    Lines lines,
    Function<String, String> normalize,
    Function<String, T> make) {

  /** Whether a text may span lines. */
  public enum Lines {
    SINGLE,
    MULTIPLE
  }

  public TextRule {
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "lengths from " + minLength + " to " + maxLength + " leave no text that is allowed");
    }
  }

  /** A rule for text on one line. */
  public static <T> TextRule<T> line(int minLength, int maxLength, Function<String, T> make) {
    return new TextRule<>(
        minLength, maxLength, Optional.empty(), "text", Lines.SINGLE, Function.identity(), make);
  }

  /** This rule for text that must match a pattern, which {@code meaning} puts into words. */
  public TextRule<T> matching(String regex, String meaning) {
    return new TextRule<>(
        minLength, maxLength, Optional.of(Pattern.compile(regex)), meaning, lines, normalize, make);
  }

  /** This rule for text of several lines. */
  public TextRule<T> onSeveralLines() {
    return new TextRule<>(minLength, maxLength, pattern, meaning, Lines.MULTIPLE, normalize, make);
  }

  /** This rule for text that is first brought to another form. */
  public TextRule<T> normalizedBy(Function<String, String> normalize) {
    return new TextRule<>(minLength, maxLength, pattern, meaning, lines, normalize, make);
  }

  /** What is wrong with the text, if anything is. */
  public Optional<Violation> faultOf(String field, String raw) {
    if (!WellFormed.isUnicode(raw)) {
      return fault(field, "encoding", "must be well-formed Unicode without unpaired surrogates");
    }
    String text = normalize.apply(raw);
    if (WellFormed.hasControls(text, lines == Lines.MULTIPLE)) {
      return fault(field, "control_character", "must not contain control characters");
    }
    int length = text.codePointCount(0, text.length());
    if (length < minLength) {
      return fault(field, "too_short", "must be at least " + counted(minLength) + " long");
    }
    if (length > maxLength) {
      return fault(field, "too_long", "must be at most " + counted(maxLength) + " long");
    }
    if (WellFormed.trimmed(text).isEmpty()) {
      return fault(field, "blank", "must not be blank");
    }
    if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
      return fault(field, "format", "must be " + meaning);
    }
    return Optional.empty();
  }

  /** Turns a text without fault into its value. */
  public T read(String raw) {
    return make.apply(normalize.apply(raw));
  }

  private static String counted(int length) {
    return length + " " + Plural.of(length, "character");
  }

  private static Optional<Violation> fault(String field, String code, String detail) {
    return Optional.of(new Violation(field, code, detail));
  }
}
