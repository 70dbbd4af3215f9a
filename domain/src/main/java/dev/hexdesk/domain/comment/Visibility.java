package dev.hexdesk.domain.comment;

import dev.hexdesk.domain.shared.Coded;

/** For whose eyes a comment is. */
public enum Visibility implements Coded {
  /** Everybody who may read the ticket, the employee whom it is for included. */
  PUBLIC,
  /** The department alone. */
  INTERNAL;
}
