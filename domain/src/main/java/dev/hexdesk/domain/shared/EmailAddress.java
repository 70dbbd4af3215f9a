package dev.hexdesk.domain.shared;

/**
 * An e-mail address as its owner writes it; two that differ by letter case alone are the same one.
 */
public record EmailAddress(String value) {
  /**
   * The longest that can be stored, in code points (RFC 5321, section 4.5.3.1.3, less the
   * brackets).
   */
  public static final int LONGEST = 254;

  public EmailAddress {
    WellFormed.required("an e-mail address", value, LONGEST);
  }

  /** What the address is compared by. */
  public String key() {
    return keyOf(value);
  }

  /** The key of whatever somebody takes for an address. */
  public static String keyOf(String raw) {
    return LetterCase.folded(raw);
  }

  @Override
  public String toString() {
    return value;
  }
}
