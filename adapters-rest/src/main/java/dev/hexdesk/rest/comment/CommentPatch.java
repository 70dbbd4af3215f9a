package dev.hexdesk.rest.comment;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.FieldsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a comment shall say instead (RFC 7396). */
@Schema(description = "What the comment shall say instead.")
@FieldsOf(CommentRequest.class)
public record CommentPatch(
    @Schema(example = "The toner has arrived.") Change<Optional<String>> body,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  Change<CommentBody> change(CommentRules rules, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    var changed = fields.change("body", body, rules.body());
    return fields.orRefuse(changed);
  }
}
