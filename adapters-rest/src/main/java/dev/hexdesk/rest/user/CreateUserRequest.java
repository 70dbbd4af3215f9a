package dev.hexdesk.rest.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.application.user.CreateUser;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.FieldsOf;
import dev.hexdesk.rest.openapi.PasswordField;
import dev.hexdesk.rest.openapi.Required;
import dev.hexdesk.rest.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user to be created. */
@Schema(name = "UserInput", description = "A user to be created.")
@FieldsOf(UserRequest.class)
public record CreateUserRequest(
    @Nullable String username,
    @Required @PasswordField(chosen = true) @Schema(example = "Correct#Horse7")
        @Nullable String password,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String phone,
    @Nullable String email,
    @Nullable List<@Nullable String> roles,
    @Nullable Boolean disabled,
    @Nullable Boolean loginDenied,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  CreateUser.Command command(Caller caller, UserRules rules) {
    FieldValidator fields = new FieldValidator(unknown, ReadOnlyMembers.ofNew(UserResponse.class));
    var profile =
        new UserRequest(
                username, firstName, lastName, phone, email, roles, disabled, loginDenied, null)
            .profile(fields, rules);
    var checkedPassword =
        rules.password().check("password", password, username, fields.violations());
    return fields.orRefuse(
        () ->
            new CreateUser.Command(
                caller.actor(), caller.present(), profile.get(), checkedPassword.get()));
  }

  /** Leaves the password out, so that no log ever shows it. */
  @Override
  public String toString() {
    return "CreateUserRequest[username=" + username + "]";
  }
}
