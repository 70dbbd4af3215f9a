package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.WellFormed;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name that a user logs in with. Spellings that look alike by compatibility (full-width
 * letters, ligatures) are brought to one form (Unicode NFKC), and letter case does not tell two
 * names apart.
 */
public record Username(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  public Username {
    WellFormed.required("a user name", value, LONGEST);
    value = normalized(value);
  }

  /** The one form of a name's compatible spellings. */
  public static String normalized(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFKC);
  }

  /** What the name is compared by. */
  public String key() {
    return normalized(value.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
