package dev.hexdesk.rest.user;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as clients read them. */
@Schema(name = "User", description = "A member of the support department's staff.")
public record UserResponse(
    @Schema(example = "7", minimum = "1") long id,
    @Schema(
            description = "What the user logs in with, in any letter case.",
            example = "olena",
            maxLength = Username.LONGEST)
        String username,
    @Schema(example = "Олена", maxLength = PersonName.LONGEST) @Nullable String firstName,
    @Schema(example = "Ґалаґан", maxLength = PersonName.LONGEST) @Nullable String lastName,
    @Schema(
            description = "In E.164 form.",
            example = "+380504430000",
            maxLength = PhoneNumber.LONGEST)
        String phone,
    @Schema(format = "idn-email", example = "olena@example.com", maxLength = EmailAddress.LONGEST)
        String email,
    @ArraySchema(
            arraySchema = @Schema(description = "What they grant adds up."),
            schema = @Schema(allowableValues = {"admin", "manager", "support"}),
            maxItems = 3,
            uniqueItems = true)
        List<String> roles,
    @Schema(description = "May log in and see their own status, and nothing else.")
        boolean disabled,
    @Schema(description = "Gets no token.") boolean loginDenied,
    Instant createdAt,
    Instant updatedAt) {

  public static UserResponse of(User user) {
    UserProfile profile = user.profile();
    return new UserResponse(
        user.id().value(),
        profile.username().value(),
        profile.firstName().map(PersonName::value).orElse(null),
        profile.lastName().map(PersonName::value).orElse(null),
        profile.phone().value(),
        profile.email().value(),
        profile.roles().stream().sorted().map(Role::code).toList(),
        profile.disabled(),
        profile.loginDenied(),
        user.createdAt(),
        user.updatedAt());
  }
}
