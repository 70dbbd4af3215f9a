package dev.hexdesk.domain.shared;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Tells text that can be stored and shown everywhere from text that can't. Every text that is read
 * from the database comes through here, too, so these are loops and no streams.
 */
public final class WellFormed {
  private WellFormed() {}

  /**
   * Whether every surrogate has its partner; a lone one has no UTF-8 form and would be lost when
   * stored.
   */
  public static boolean isUnicode(String text) {
    int length = text.length();
    for (int at = 0; at < length; at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  /**
   * Whether control characters are in the text: NUL and its like, and line breaks where it has one
   * line.
   */
  public static boolean hasControls(String text, boolean severalLines) {
    return text.codePoints()
        .anyMatch(point -> isControl(point) && !(severalLines && isLayout(point)));
  }

  /**
   * Whether nothing in the text can be seen: wider than {@link String#isBlank}, which takes
   * no-break spaces and marks without width for text.
   */
  public static boolean isBlank(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!isInvisible(text.codePointAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** The text itself, when it is neither blank, nor too long, nor beyond storing. */
  public static String required(String what, String text, int maxLength) {
    if (isBlank(text)) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    if (text.length() > 2 * maxLength || text.codePointCount(0, text.length()) > maxLength) {
      throw new IllegalArgumentException(what + " is longer than " + maxLength + " characters");
    }
    if (!isUnicode(text) || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(what + " is no text that can be stored");
    }
    return text;
  }

  /**
   * The text without white space and invisible characters at its ends, which keyboards,
   * spreadsheets and web pages add to what people type and paste.
   */
  public static String trimmed(String text) {
    return trimmed(text, WellFormed::isUnseen);
  }

  private static String trimmed(String text, IntPredicate padding) {
    int start = 0;
    int end = text.length();
    while (start < end && padding.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (start < end && padding.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** The one form of all canonically equivalent spellings (Unicode NFC). */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * A text on one line as it is stored: without white space of every sort, tabs and line ends among
   * it, and invisible characters around it, and composed. Other control characters stay, to be
   * refused.
   */
  public static String line(String raw) {
    return composed(
        trimmed(raw, it -> isUnseen(it) && (isWhiteSpace(it) || !Character.isISOControl(it))));
  }

  /** White space among the control characters (Unicode's property of that name). */
  private static boolean isWhiteSpace(int point) {
    return point >= '\t' && point <= '\r' || point == 0x85;
  }

  private static boolean isUnseen(int point) {
    return isInvisible(point) || isVariationSelector(point) || isBlankLetter(point);
  }

  /** They choose among the forms of the character before them. */
  private static boolean isVariationSelector(int point) {
    return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
  }

  /** Joiner of graphemes, fillers of Hangul, an empty pattern of Braille. */
  private static boolean isBlankLetter(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  private static boolean isControl(int point) {
    return Character.isISOControl(point) || isSeparator(point);
  }

  private static boolean isLayout(int point) {
    return point == '\n' || point == '\r' || point == '\t' || isSeparator(point);
  }

  /** Unicode's own line and paragraph separators. */
  private static boolean isSeparator(int point) {
    return point == 0x2028 || point == 0x2029;
  }

  private static boolean isInvisible(int point) {
    return Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
