package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user whom a ticket names, as far as the caller may see them. */
@Schema(name = "RelatedUser", description = "A user whom a ticket names.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedUserResponse(
    @Schema(example = "7", minimum = "1") long id,
    @Schema(example = "olena", maxLength = Username.LONGEST) String username,
    @Schema(example = "Олена", maxLength = PersonName.LONGEST) @Nullable String firstName,
    @Schema(example = "Ґалаґан", maxLength = PersonName.LONGEST) @Nullable String lastName,
    @Schema(
            description = "For callers who may read users.",
            example = "+380504430000",
            maxLength = PhoneNumber.LONGEST)
        @Nullable String phone,
    @Schema(
            description = "For callers who may read users.",
            format = "idn-email",
            example = "olena@example.com",
            maxLength = EmailAddress.LONGEST)
        @Nullable String email,
    @Schema(description = "For callers who may read users.") @Nullable Boolean disabled) {

  static RelatedUserResponse of(User user, boolean inFull) {
    UserProfile profile = user.profile();
    return new RelatedUserResponse(
        user.id().value(),
        profile.username().value(),
        profile.firstName().map(PersonName::value).orElse(null),
        profile.lastName().map(PersonName::value).orElse(null),
        inFull ? profile.phone().value() : null,
        inFull ? profile.email().value() : null,
        inFull ? profile.disabled() : null);
  }
}
