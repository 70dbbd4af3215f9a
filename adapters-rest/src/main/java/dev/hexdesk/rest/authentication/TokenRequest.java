package dev.hexdesk.rest.authentication;

import dev.hexdesk.domain.user.Username;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a token, as the API document describes it; {@link TokenResource} reads it.
 */
@Schema(description = "The form that asks for a token (RFC 6749, section 4.3.2).")
public record TokenRequest(
    @Schema(allowableValues = "password", defaultValue = "password") @Nullable String grantType,
    @Schema(
            example = "admin",
            maxLength = Username.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String username,
    @Schema(
            format = "password",
            example = "Correct#Horse7",
            maxLength = 1000,
            requiredMode = Schema.RequiredMode.REQUIRED)
        String password,
    @Schema(
            description = "Scopes to narrow the token to, space-separated.",
            pattern = SCOPES,
            maxLength = LONGEST_SCOPES,
            example = "tickets:read tickets:write")
        @Nullable String scope,
    @Schema(description = "Taken and ignored: no client needs to be registered.", maxLength = 100)
        @Nullable String clientId,
    @Schema(description = "Taken and ignored: no client needs to be registered.", maxLength = 100)
        @Nullable String clientSecret) {

  static final int LONGEST_SCOPES = 500;
  private static final String SCOPE =
      "(?:(?:users|employees|tickets):(?:read|write)|comments:internal)";
  static final String SCOPES = "^(" + SCOPE + "( " + SCOPE + ")*)?$";
}
