package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.WellFormed;

/** What was asked or went wrong, in full. */
public record Description(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100000;

  public Description {
    WellFormed.required("a description", value, LONGEST);
  }
}
