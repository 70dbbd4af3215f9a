package dev.hexdesk.domain.comment;

import dev.hexdesk.domain.shared.TextRule;
import java.time.Duration;

/**
 * What comments must look like, in the numbers that the operator chose.
 *
 * @param editableFor how long after writing it an author may change a comment
 */
public record CommentRules(TextRule<CommentBody> body, Duration editableFor) {}
