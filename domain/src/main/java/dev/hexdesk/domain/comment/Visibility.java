package dev.hexdesk.domain.comment;

import dev.hexdesk.domain.shared.Coded;
import java.util.Optional;

/** For whose eyes a comment is. */
public enum Visibility implements Coded {
  /** Everybody who may read the ticket, the employee whom it is for included. */
  PUBLIC,
  /** The department alone. */
  INTERNAL;

  public static Optional<Visibility> of(String code) {
    return Coded.find(Visibility.class, code);
  }
}
