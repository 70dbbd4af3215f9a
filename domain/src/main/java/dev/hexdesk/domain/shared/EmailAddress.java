package dev.hexdesk.domain.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /**
   * As mail programs write whom a message is from, {@code "Lee, Ann" <ann@example.org>;}. A name
   * with another address in it says two things.
   */
  private static final Pattern MAILBOX = Pattern.compile("[^@<>]*<([^@<>]+@[^@<>]+)>[;,]?");

  /** What keyboards of East Asia have for the point. */
  private static final char FULL_STOP = '\u3002';

  private static final char FIRST_FULL_WIDTH = '\uff01';
  private static final char LAST_FULL_WIDTH = '\uff5e';

  public EmailAddress {
    value = WellFormed.required("an e-mail address", WellFormed.composed(value), LONGEST);
  }

  /** What a mailbox has between angle brackets (RFC 5322, section 3.4); the text if it is none. */
  public static String inMailbox(String raw) {
    Matcher mailbox = MAILBOX.matcher(WellFormed.line(raw));
    return mailbox.matches() ? mailbox.group(1) : raw;
  }

  /**
   * The address in what was typed or copied for one: without white space and invisible characters
   * around it, without {@code mailto:} (RFC 6068) and angle brackets, and with the usual letters
   * for those of full width (RFC 8264, section 5.2.1).
   */
  public static String normalized(String raw) {
    String text = WellFormed.line(raw);
    if (text.length() > 1 && text.startsWith("<") && text.endsWith(">")) {
      text = WellFormed.line(text.substring(1, text.length() - 1));
    }
    if (text.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
      text = text.substring(MAILTO.length());
      int subject = text.indexOf('?');
      text = subject < 0 ? text : text.substring(0, subject);
    }
    return WellFormed.line(withUsualWidth(text));
  }

  private static String withUsualWidth(String text) {
    StringBuilder usual = new StringBuilder(text.replace(FULL_STOP, '.'));
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
