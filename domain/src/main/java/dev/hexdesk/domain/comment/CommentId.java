package dev.hexdesk.domain.comment;

/** Tells one comment from another. */
public record CommentId(long value) {
  public CommentId {
    if (value < 1) {
      throw new IllegalArgumentException("ids are positive, not " + value);
    }
  }
}
