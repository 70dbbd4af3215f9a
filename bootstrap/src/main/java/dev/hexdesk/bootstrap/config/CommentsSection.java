package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.shared.TextRule;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/**
 * How comments are handled.
 *
 * @param editableFor how long after writing it an author may change a comment
 */
public record CommentsSection(
    @MinDuration(value = 0, unit = TimeUnit.SECONDS) Duration editableFor) {
  CommentRules rules(TextRule<CommentBody> body) {
    return new CommentRules(body, editableFor.toJavaDuration());
  }
}
