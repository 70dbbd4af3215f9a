package dev.hexdesk.domain.user;

/** Identifies a user for ever; never given twice. */
public record UserId(long value) {
  public UserId {
    if (value < 1) {
      throw new IllegalArgumentException("ids are positive, not " + value);
    }
  }
}
