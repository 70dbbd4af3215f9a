package dev.hexdesk.rest.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.CheckedBy;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All of a user that can be written, but the password. */
@Schema(name = "UserReplacement", description = "All of a user but the password.")
@CheckedBy(UserRules.class)
public record UserRequest(
    @Required @Schema(example = "olena") @Nullable String username,
    @Schema(
            description = "May be left out where there is a last name.",
            example = "Олена",
            nullable = true)
        @Nullable String firstName,
    @Schema(
            description = "May be left out where there is a first name.",
            example = "Ґалаґан",
            nullable = true)
        @Nullable String lastName,
    @Required
        @Schema(
            description = "Other usual spellings are brought to E.164.",
            example = "+380504430000")
        @Nullable String phone,
    @Required @Schema(format = "idn-email", example = "olena@example.com") @Nullable String email,
    @ArraySchema(
            arraySchema = @Schema(description = "None by default."),
            schema = @Schema(allowableValues = {"admin", "manager", "support"}),
            maxItems = 3,
            uniqueItems = true)
        @Nullable List<@Nullable String> roles,
    @Schema(defaultValue = "false") @Nullable Boolean disabled,
    @Schema(defaultValue = "false") @Nullable Boolean loginDenied,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  UserProfile profile(UserRules rules, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    Checked<UserProfile> profile = profile(fields, rules);
    return fields.orRefuse(profile);
  }

  Checked<UserProfile> profile(FieldValidator fields, UserRules rules) {
    var checkedUsername = fields.required("username", username, rules.username());
    var checkedFirstName = fields.name(FieldValidator.FIRST_NAME, firstName, rules.firstName());
    var checkedLastName = fields.name(FieldValidator.LAST_NAME, lastName, rules.lastName());
    fields.requireName(firstName, lastName);
    var checkedPhone = fields.required("phone", phone, rules.phone());
    var checkedEmail = fields.required("email", email, rules.email());
    var checkedRoles =
        UserFields.roles(fields, Objects.requireNonNullElse(roles, List.<@Nullable String>of()));
    return () ->
        new UserProfile(
            checkedUsername.get(),
            checkedFirstName.get(),
            checkedLastName.get(),
            checkedPhone.get(),
            checkedEmail.get(),
            checkedRoles.get(),
            Boolean.TRUE.equals(disabled),
            Boolean.TRUE.equals(loginDenied));
  }
}
