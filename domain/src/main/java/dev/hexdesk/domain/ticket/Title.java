package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.WellFormed;

/** What a ticket is about, on one line. */
public record Title(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 1000;

  public Title {
    WellFormed.required("a title", value, LONGEST);
  }
}
