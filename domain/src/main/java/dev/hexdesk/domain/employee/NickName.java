package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.WellFormed;

/** What an employee is called among colleagues. */
public record NickName(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  public NickName {
    WellFormed.required("a nick name", value, LONGEST);
  }
}
