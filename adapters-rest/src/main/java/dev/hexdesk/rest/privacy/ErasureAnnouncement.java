package dev.hexdesk.rest.privacy;

import dev.hexdesk.application.privacy.EraseEmployee;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What is going to be erased, and the token that confirms it. */
@Schema(
    name = "ErasureAnnouncement",
    description = "What is going to be erased, and the token that confirms it.")
public record ErasureAnnouncement(
    @Schema(
            description = "Good once, for this caller and this employee.",
            example = ErasureAnnouncement.EXAMPLE,
            pattern = "^[A-Za-z0-9_-]{43}$",
            maxLength = 43)
        String confirmationToken,
    @Schema(example = "2026-11-23T10:25:30.123Z") Instant expiresAt,
    @Schema(description = "How many tickets will be searched.", example = "3", minimum = "0")
        long tickets,
    @Schema(description = "How many comments will be searched.", example = "8", minimum = "0")
        long comments) {

  static final String EXAMPLE = "qN3kXo0gJ5mXl8bC1t7uVw2yZ4aD6eF9hH-iK_pRsTU";

  static ErasureAnnouncement of(EraseEmployee.Result.ToBeConfirmed announced) {
    return new ErasureAnnouncement(
        announced.token(), announced.expiresAt(), announced.tickets(), announced.comments());
  }
}
