package dev.hexdesk.rest.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.openapi.PasswordField;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another password for a user. */
@Schema(name = "NewPassword", description = "Another password for a user.")
public record NewPasswordRequest(
    @Required @PasswordField(chosen = true) @Schema(example = "Correct#Horse7")
        @Nullable String newPassword,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  Password password(PasswordRules rules) {
    FieldValidator fields = new FieldValidator(unknown);
    return fields.orRefuse(rules.check("new_password", newPassword, fields.violations()));
  }

  @Override
  public String toString() {
    return "NewPasswordRequest[hidden]";
  }
}
