package dev.hexdesk.rest.comment;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.CheckedBy;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to be said about a ticket. */
@Schema(name = "CommentInput", description = "Something to be said about a ticket.")
@CheckedBy(CommentRules.class)
public record CommentRequest(
    @Required @Schema(example = "The toner is on its way.") @Nullable String body,
    @Required
        @Schema(
            description = "For whose eyes it is, for ever: `internal` is for the department alone.",
            allowableValues = {"public", "internal"})
        @Nullable String visibility,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {
  /** A comment that keeps the rules. */
  public record NewComment(CommentBody body, Visibility visibility) {}

  NewComment comment(CommentRules rules) {
    FieldValidator fields =
        new FieldValidator(unknown, ReadOnlyMembers.ofNew(CommentResponse.class));
    return fields.orRefuse(checked(fields, rules));
  }

  /** The comment, to be read once no field was found at fault. */
  public Checked<NewComment> checked(FieldValidator fields, CommentRules rules) {
    var checkedBody = fields.required("body", body, rules.body());
    var checkedVisibility =
        fields.present(
            "visibility", visibility, raw -> fields.word("visibility", raw, Visibility.class));
    return () -> new NewComment(checkedBody.get(), checkedVisibility.get());
  }
}
