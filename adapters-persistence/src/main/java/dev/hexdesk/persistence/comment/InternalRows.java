package dev.hexdesk.persistence.comment;

import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.persistence.support.WhereClause;

/** Internal comments, and what history says of them: the rows marked {@code internal}. */
public final class InternalRows {
  private InternalRows() {}

  /** Leaves them out for whoever may not see them. */
  public static void restrict(WhereClause wanted, CommentAccess access) {
    if (!access.includesInternal()) {
      wanted.add("NOT internal");
    }
  }
}
