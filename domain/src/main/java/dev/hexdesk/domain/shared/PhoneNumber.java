package dev.hexdesk.domain.shared;

/** A telephone number in E.164 form, {@code +380504430000}. */
public record PhoneNumber(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 32;

  public PhoneNumber {
    WellFormed.required("a phone number", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
