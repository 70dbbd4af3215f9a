package dev.hexdesk.rest.authentication;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.application.authentication.ChangeOwnPassword;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.openapi.PasswordField;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caller's present password and the one to come. */
@Schema(name = "OwnPassword", description = "The caller's present password and the one to come.")
public record OwnPasswordRequest(
    @Required @PasswordField(chosen = false) @Schema(example = "Correct#Horse7")
        @Nullable String currentPassword,
    @Required @PasswordField(chosen = true) @Schema(example = "Battery!Staple8")
        @Nullable String newPassword,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  ChangeOwnPassword.Command command(Actor actor, PasswordRules rules) {
    FieldValidator fields = new FieldValidator(unknown);
    var current =
        fields.required(
            "current_password",
            currentPassword,
            TextRule.line(1, rules.longestPresent(), Password::new));
    var replacement = rules.check("new_password", newPassword, fields.violations());
    return fields.orRefuse(
        () -> new ChangeOwnPassword.Command(actor, current.get(), replacement.get()));
  }

  @Override
  public String toString() {
    return "OwnPasswordRequest[hidden]";
  }
}
