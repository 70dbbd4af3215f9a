package dev.hexdesk.domain.shared;

/**
 * What another system calls a thing that came from there; no two of a kind share one. White space
 * and invisible characters around it count for nothing; letter case and leading zeros do count.
 */
public record ExternalId(String value) {
  /** The longest that can be stored, in code points. */
  public static final int LONGEST = 200;

  public ExternalId {
    value = WellFormed.required("an external id", WellFormed.trimmed(value), LONGEST);
  }

  /** What an external id may be. */
  public static TextRule<ExternalId> rule() {
    return TextRule.line(1, LONGEST, ExternalId::new).normalizedBy(WellFormed::trimmed);
  }

  @Override
  public String toString() {
    return value;
  }
}
