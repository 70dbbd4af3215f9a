package dev.hexdesk.domain.shared;

/**
 * An e-mail address as its owner writes it, composed (RFC 6532, section 3.1); two that differ by
 * letter case alone are the same one.
 */
public record EmailAddress(String value) {
  /**
   * The longest that can be stored, in code points (RFC 5321, section 4.5.3.1.3, less the
   * brackets).
   */
  public static final int LONGEST = 254;

  private static final String MAILTO = "mailto:";

  private static final char FIRST_FULL_WIDTH = '\uff01';
  private static final char LAST_FULL_WIDTH = '\uff5e';

  public EmailAddress {
    value = WellFormed.required("an e-mail address", WellFormed.composed(value), LONGEST);
  }

  /**
   * The address in what was typed or copied for one: without white space and invisible characters
   * around it, without {@code mailto:} (RFC 6068) and angle brackets, and with the usual letters
   * for those of full width (RFC 8264, section 5.2.1).
   */
  public static String normalized(String raw) {
    String text = WellFormed.line(raw);
    if (text.length() > 1 && text.startsWith("<") && text.endsWith(">")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
      text = text.substring(MAILTO.length());
    }
    return WellFormed.line(withUsualWidth(text));
  }

  private static String withUsualWidth(String text) {
    StringBuilder usual = new StringBuilder(text);
    for (int at = 0; at < usual.length(); at++) {
      char character = usual.charAt(at);
      if (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH) {
        usual.setCharAt(at, (char) (character - FIRST_FULL_WIDTH + '!'));
      }
    }
    return usual.toString();
  }

  /** What the address is compared by. */
  public String key() {
    return keyOf(value);
  }

  /** The key of whatever somebody takes for an address. */
  public static String keyOf(String raw) {
    return WellFormed.composed(LetterCase.folded(WellFormed.composed(raw)));
  }

  @Override
  public String toString() {
    return value;
  }
}
