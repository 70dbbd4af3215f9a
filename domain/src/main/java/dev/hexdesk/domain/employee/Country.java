package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.WellFormed;

/** The country where an employee works. */
public record Country(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  public Country {
    WellFormed.required("a country", value, LONGEST);
  }
}
