package dev.hexdesk.persistence.handover;

import dev.hexdesk.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/** Lets comments name their author by name only, once the author is gone. */
public final class AuthorRemovals {
  /** The author's id for a list of columns: NULL from the author's deletion on. */
  public static final String AUTHOR_ID =
      "CASE WHEN author_id NOT IN (SELECT from_id FROM user_handovers) THEN author_id END"
          + " AS author_id";

  private static final String REMOVE =
      """
      UPDATE comments SET author_id = NULL
       WHERE id IN (
         SELECT id FROM comments WHERE author_id = ? LIMIT 200 FOR NO KEY UPDATE SKIP LOCKED)
      """;

  private AuthorRemovals() {}

  /** Removes the author from some comments, and tells whether there were any. */
  static boolean removeSome(Handle handle, UserId author) {
    return handle.execute(REMOVE, author.value()) > 0;
  }

  static boolean areLeft(Handle handle, UserId author) {
    return handle
        .select("SELECT EXISTS (SELECT FROM comments WHERE author_id = ?)", author.value())
        .mapTo(boolean.class)
        .one();
  }
}
