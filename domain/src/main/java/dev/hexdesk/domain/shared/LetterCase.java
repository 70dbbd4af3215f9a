package dev.hexdesk.domain.shared;

import java.util.Locale;

/**
 * Tells texts apart without regard to letter case, the same way whatever the machine's language.
 */
public final class LetterCase {
  private LetterCase() {}

  /**
   * The one form of all spellings that differ by letter case alone. Lower case by itself is not
   * one: {@code groß} is {@code GROSS} in capitals, and a final sigma has no capital of its own. So
   * the text goes up and down again, from below because the capital ẞ goes up only from there.
   */
  public static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Whether the text is its own folded and normalized form, as ASCII without capitals is. */
  public static boolean isFoldedAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character > '~' || character >= 'A' && character <= 'Z') {
        return false;
      }
    }
    return true;
  }
}
