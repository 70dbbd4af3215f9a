package dev.hexdesk.rest.authentication;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hexdesk.rest.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why there is no token (RFC 6749, section 5.2). */
@Schema(description = "Why there is no token (RFC 6749, section 5.2).")
public record TokenError(
    @Schema(
            allowableValues = {
              "invalid_request",
              "invalid_grant",
              "invalid_scope",
              "unsupported_grant_type",
              "temporarily_unavailable",
              "server_error"
            })
        String error,
    @Schema(
            description = "For developers, in ASCII without quotation marks and backslashes.",
            example = "A username and a password are needed",
            pattern = "^[ !#-\\[\\]-~]*$",
            maxLength = Problem.LONGEST_DETAIL)
        @JsonProperty("error_description")
        String description) {}
