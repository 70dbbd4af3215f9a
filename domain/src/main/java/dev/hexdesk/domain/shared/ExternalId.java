package dev.hexdesk.domain.shared;

/** What another system calls a thing that came from there; no two of a kind share one. */
public record ExternalId(String value) {
  /** The longest that can be stored, in code points. */
  public static final int LONGEST = 200;

  public ExternalId {
    WellFormed.required("an external id", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
