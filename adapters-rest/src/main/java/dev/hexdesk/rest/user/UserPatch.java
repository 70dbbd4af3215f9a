package dev.hexdesk.rest.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.user.UserChanges;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.FieldsOf;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some attributes of a user to be changed (RFC 7396). */
@Schema(
    description =
        "The attributes to change. `first_name`, `last_name`, `phone` and `email` need"
            + " `user:update_contacts`, `disabled` needs `user:update_disabled`, `login_denied`"
            + " needs `user:update_login_denied`, `username` and `roles` need `user:update`.")
@FieldsOf(UserRequest.class)
public record UserPatch(
    Change<Optional<String>> username,
    Change<Optional<String>> firstName,
    Change<Optional<String>> lastName,
    Change<Optional<String>> phone,
    Change<Optional<String>> email,
    @ArraySchema(
            schema = @Schema(allowableValues = {"admin", "manager", "support"}),
            maxItems = 3,
            uniqueItems = true)
        Change<Optional<List<@Nullable String>>> roles,
    Change<Optional<Boolean>> disabled,
    Change<Optional<Boolean>> loginDenied,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  UserChanges changes(UserRules rules, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    var changedUsername = fields.change("username", username, rules.username());
    var changedFirstName =
        fields.nameChange(FieldValidator.FIRST_NAME, firstName, rules.firstName());
    var changedLastName = fields.nameChange(FieldValidator.LAST_NAME, lastName, rules.lastName());
    var changedPhone = fields.change("phone", phone, rules.phone());
    var changedEmail = fields.change("email", email, rules.email());
    var changedRoles = fields.change("roles", roles, raw -> UserFields.roles(fields, raw));
    var changedDisabled = fields.<Boolean, Boolean>change("disabled", disabled, raw -> () -> raw);
    var changedLoginDenied =
        fields.<Boolean, Boolean>change("login_denied", loginDenied, raw -> () -> raw);
    return fields.orRefuse(
        () ->
            new UserChanges(
                changedUsername.get(),
                changedFirstName.get(),
                changedLastName.get(),
                changedPhone.get(),
                changedEmail.get(),
                changedRoles.get(),
                changedDisabled.get(),
                changedLoginDenied.get()));
  }
}
