package dev.hexdesk.domain.shared;

/** A first or last name, in whatever letters its bearer writes it. */
public record PersonName(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 200;

  public PersonName {
    WellFormed.required("a name", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
