package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.WellFormed;

/** Where an employee is found: street, house, room. */
public record PostalAddress(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 500;

  public PostalAddress {
    WellFormed.required("an address", value, LONGEST);
  }
}
