package dev.hexdesk.rest.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.rest.json.FieldValidator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another password for a user. */
@Schema(name = "NewPassword", description = "Another password for a user.")
public record NewPasswordRequest(
    @Schema(
            format = "password",
            example = "Correct#Horse7",
            accessMode = Schema.AccessMode.WRITE_ONLY,
            requiredMode = Schema.RequiredMode.REQUIRED)
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
