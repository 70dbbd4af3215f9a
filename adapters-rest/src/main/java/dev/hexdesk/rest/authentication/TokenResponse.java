package dev.hexdesk.rest.authentication;

import io.swagger.v3.oas.annotations.media.Schema;

/** An access token for its bearer (RFC 6749, section 5.1). */
@Schema(name = "Token", description = "An access token (RFC 6749, section 5.1).")
public record TokenResponse(
    @Schema(
            description = "To be sent as `Authorization: Bearer ...`.",
            example = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
            pattern = "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$",
            maxLength = 8192)
        String accessToken,
    @Schema(allowableValues = "bearer", example = "bearer") String tokenType,
    @Schema(
            description = "How many seconds the token is good for.",
            example = "3600",
            minimum = "1")
        long expiresIn,
    @Schema(
            description = "The token's scopes, space-separated.",
            example = "tickets:read tickets:write",
            pattern = TokenRequest.SCOPES,
            maxLength = TokenRequest.LONGEST_SCOPES)
        String scope) {

  @Override
  public String toString() {
    return "TokenResponse[hidden]";
  }
}
