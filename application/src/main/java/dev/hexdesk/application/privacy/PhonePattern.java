package dev.hexdesk.application.privacy;

import dev.hexdesk.domain.shared.CountryCode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A regular expression of PostgreSQL's that finds a telephone number in whichever way it is
 * written: with anything but letters between its digits, with its country's code and without.
 */
final class PhonePattern {
  /** What has fewer digits is an extension or no number of a telephone, and taken literally. */
  private static final int FEWEST_DIGITS = 7;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]*");
  private static final Pattern NO_DIGIT = Pattern.compile("\\P{Nd}+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

  private static final String BETWEEN =
      "[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a0\\u00ad\\u00b7"
          + "\\u2000-\\u206f\\u2212\\u3000\\uff08\\uff09\\uff0b\\uff0d\\uff0e]{0,5}";

  /** All of them, or the one that stands before would be taken for what is not of the number. */
  private static final String OPENING = "(?<![+(])[+(]*";

  /** What is dialled before a number within a country: a zero nearly everywhere. */
  private static final String TRUNK = "(?:(?:" + inAnyScript(0) + "|1|8|06)" + BETWEEN + ")?";

  private PhonePattern() {}

  /** What finds the number that the word is; empty where it is none. */
  static Optional<String> of(String word) {
    String number = word.strip().split(";", 2)[0];
    String digits = digits(number);
    String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
    if (significant.length() < FEWEST_DIGITS || !NO_LETTERS.matcher(number).matches()) {
      return Optional.empty();
    }
    if (number.startsWith("+") || digits.startsWith("00")) {
      String national = CountryCode.nationalPart(significant);
      String country = significant.substring(0, significant.length() - national.length());
      String international = "(?:(?:00" + BETWEEN + ")?" + spelled(country) + ")";
      // What is short without its country's code is something else in most texts.
      boolean isLong = national.length() >= FEWEST_DIGITS;
      return Optional.of(spelled(international + (isLong ? "?" : ""), national));
    }
    return Optional.of(
        spelled("(?:(?:00" + BETWEEN + ")?(?:[0-9]" + BETWEEN + "){1,3})?", significant));
  }

  private static String spelled(String before, String national) {
    String number = spelled(national);
    return OPENING + before + TRUNK + number.substring(0, number.length() - BETWEEN.length());
  }

  private static String spelled(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> inAnyScript(digit - '0') + BETWEEN)
        .collect(Collectors.joining());
  }

  /** The digit as people write it in Latin, Arabic, Indian and full-width letters. */
  private static String inAnyScript(int digit) {
    return IntStream.of('0', 0x660, 0x6f0, 0x966, 0xff10)
        .mapToObj(zero -> Character.toString(zero + digit))
        .collect(Collectors.joining("", "[", "]"));
  }

  private static String digits(String text) {
    return NO_DIGIT
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
        .collect(Collectors.joining());
  }
}
