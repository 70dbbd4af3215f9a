package dev.hexdesk.domain.comment;

import dev.hexdesk.domain.shared.WellFormed;

/** What a comment says. */
public record CommentBody(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 100_000;

  public CommentBody {
    WellFormed.required("a comment", value, LONGEST);
  }
}
