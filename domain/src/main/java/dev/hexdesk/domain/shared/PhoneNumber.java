package dev.hexdesk.domain.shared;

import java.util.Optional;
import java.util.function.Function;

/**
 * A telephone number in E.164 form, {@code +380504430000}, with an extension behind it where there
 * is one, {@code +4930123450;ext=17} (RFC 3966).
 */
public record PhoneNumber(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 32;

  /** Stands between a number and its extension. */
  public static final String BEFORE_EXTENSION = ";ext=";

  /** Sorts behind every extension of a number. */
  public static final String AFTER_EXTENSIONS = ";ext>";

  public static final int LONGEST_EXTENSION = 7;

  /** The digits of an extension, as a regular expression. */
  public static final String EXTENSION = "[0-9]{1,7}";

  public PhoneNumber {
    WellFormed.required("a phone number", value, LONGEST);
  }

  /** What somebody may give for an extension. */
  public static TextRule<String> extensionRule() {
    return TextRule.line(1, LONGEST_EXTENSION, Function.<String>identity())
        .normalizedBy(String::strip)
        .matching(EXTENSION, "up to 7 digits");
  }

  /** The number that the public network knows. */
  public String number() {
    int end = value.indexOf(BEFORE_EXTENSION);
    return end < 0 ? value : value.substring(0, end);
  }

  /** The digits that are dialled behind the number. */
  public Optional<String> extension() {
    int end = value.indexOf(BEFORE_EXTENSION);
    return end < 0
        ? Optional.empty()
        : Optional.of(value.substring(end + BEFORE_EXTENSION.length()));
  }

  /** This number with another extension, or without any. */
  public PhoneNumber withExtension(Optional<String> extension) {
    return new PhoneNumber(number() + extension.map(it -> BEFORE_EXTENSION + it).orElse(""));
  }

  @Override
  public String toString() {
    return value;
  }
}
