package dev.hexdesk.rest.user;

import dev.hexdesk.application.user.UserView;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.Username;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A user as clients read them. */
@Schema(name = "User", description = "A member of the support department's staff.")
public record UserResponse(
    @Schema(example = "7", minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED) long id,
    @Schema(
            description = "What the user logs in with, in any letter case.",
            example = "olena",
            maxLength = Username.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String username,
    @Schema(
            example = "Олена",
            maxLength = PersonName.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String firstName,
    @Schema(
            example = "Ґалаґан",
            maxLength = PersonName.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String lastName,
    @Schema(
            description = "In E.164 form.",
            example = "+380504430000",
            maxLength = PhoneNumber.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String phone,
    @Schema(
            format = "idn-email",
            example = "olena@example.com",
            maxLength = EmailAddress.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String email,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "What they grant adds up.",
                    requiredMode = Schema.RequiredMode.REQUIRED),
            schema = @Schema(allowableValues = {"admin", "manager", "support"}),
            maxItems = 3,
            uniqueItems = true)
        List<String> roles,
    @Schema(
            description = "May log in and see their own status, and nothing else.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        boolean disabled,
    @Schema(description = "Gets no token.", requiredMode = Schema.RequiredMode.REQUIRED)
        boolean loginDenied,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant createdAt,
    @Schema(example = "2026-11-23T10:15:30.123Z", requiredMode = Schema.RequiredMode.REQUIRED)
        Instant updatedAt) {

  public static UserResponse of(UserView user) {
    return new UserResponse(
        user.id().value(),
        user.username(),
        user.firstName(),
        user.lastName(),
        user.phone(),
        user.email(),
        user.roles().stream().sorted().map(Role::code).toList(),
        user.disabled(),
        user.loginDenied(),
        user.createdAt(),
        user.updatedAt());
  }
}
