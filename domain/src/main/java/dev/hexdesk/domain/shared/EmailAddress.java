package dev.hexdesk.domain.shared;

import java.util.Locale;

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
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
