package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.LetterCase;
import dev.hexdesk.domain.shared.WellFormed;
import java.text.Normalizer;

/**
 * The name that a user logs in with. Spellings that look alike by compatibility (full-width
 * letters, ligatures) are brought to one form (Unicode NFKC), and letter case does not tell two
 * names apart.
 */
public record Username(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  public Username {
    value = WellFormed.required("a user name", normalized(value), LONGEST);
  }

  /**
   * The name that somebody typed. No name begins or ends with white space or with what can't be
   * seen, so such characters there were added by a keyboard or on the way through a clipboard.
   *
   * @throws IllegalArgumentException for what can be nobody's name
   */
  public static Username typed(String raw) {
    return new Username(WellFormed.trimmed(raw));
  }

  /** The one form of a name's compatible spellings. */
  public static String normalized(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFKC);
  }

  /** What the name is compared by. */
  public String key() {
    return keyOf(value);
  }

  /** The key of whatever somebody takes for a name. */
  public static String keyOf(String raw) {
    return normalized(LetterCase.folded(normalized(raw)));
  }

  /** The key of what somebody typed for a name. */
  public static String typedKey(String raw) {
    return keyOf(WellFormed.trimmed(raw));
  }

  @Override
  public String toString() {
    return value;
  }
}
