package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.WellFormed;

/** The city where an employee works. */
public record City(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100;

  public City {
    WellFormed.required("a city", value, LONGEST);
  }
}
