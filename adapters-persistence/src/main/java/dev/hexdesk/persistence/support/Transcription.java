package dev.hexdesk.persistence.support;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters that people write as two where they have no key for them: {@code Mueller} is Müller, as
 * erasures have it, too.
 */
public final class Transcription {
  private static final Map<String, String> AS_TWO =
      Map.of("ä", "ae", "ö", "oe", "ø", "oe", "ü", "ue", "å", "aa");

  private static final Map<String, String> AS_ONE =
      Map.of("ae", "ä", "oe", "ö", "ue", "ü", "aa", "å");

  private static final Pattern ONE = Pattern.compile("[äöøüå]");

  /** Neither at the end of a word nor where two vowels meet: value, Bauer, question. */
  private static final Pattern TWO = Pattern.compile("(?<![aeiouyq])(?:[aou]e|aa)(?=\\p{L})");

  private Transcription() {}

  /**
   * The other way to write a text, in lower case.
   *
   * @param text composed (NFC)
   */
  public static Optional<String> otherOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String other =
        ONE.matcher(lower).find()
            ? ONE.matcher(lower).replaceAll(it -> AS_TWO.get(it.group()))
            : TWO.matcher(lower).replaceAll(it -> AS_ONE.get(it.group()));
    return Optional.of(other).filter(it -> !it.equals(lower));
  }
}
