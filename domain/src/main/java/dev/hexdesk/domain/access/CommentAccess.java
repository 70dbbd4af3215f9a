package dev.hexdesk.domain.access;

import dev.hexdesk.domain.comment.Visibility;

/**
 * Which comments somebody may see, and with them what search, history and personal data tell of
 * comments. {@link RolePolicy#commentAccess} decides it.
 */
public enum CommentAccess {
  /** None at all. */
  NONE,
  /** Public ones; an internal one does not exist for them. */
  PUBLIC,
  /** Internal ones, too. */
  ALL;

  /** Whether a comment of this visibility may be seen. */
  public boolean includes(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> this != NONE;
      case INTERNAL -> includesInternal();
    };
  }

  /** Whether internal comments may be seen. */
  public boolean includesInternal() {
    return this == ALL;
  }
}
