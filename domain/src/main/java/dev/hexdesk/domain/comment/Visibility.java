package dev.hexdesk.domain.comment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whose eyes a comment is. */
public enum Visibility {
  /** Everybody who may read the ticket, the employee whom it is for included. */
  PUBLIC,
  /** The department alone. */
  INTERNAL;

  /** The visibility as people write it, {@code internal}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Visibility> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
