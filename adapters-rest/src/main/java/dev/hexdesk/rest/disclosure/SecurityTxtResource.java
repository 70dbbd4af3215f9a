package dev.hexdesk.rest.disclosure;

import dev.hexdesk.rest.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The file that those who find a hole look for (RFC 9116, section 3); without a contact there is
 * none.
 */
@Hidden
@Path("/.well-known/security.txt")
public record SecurityTxtResource(SecurityContact contact, InstantSource clock) {
  /** Well below a year, as the RFC recommends (section 2.5.5): what is served is of today. */
  private static final Duration GOOD_FOR = Duration.ofDays(90);

  /** In whatever type is asked for: it has but one. */
  @GET
  public Response file() {
    String told = contact.contact().orElseThrow(ProblemException::notFound);
    // The same for a whole day, so that it can be kept.
    Instant expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
    StringBuilder fields = new StringBuilder();
    fields.append("Contact: ").append(told).append('\n');
    fields.append("Expires: ").append(expires).append('\n');
    contact.canonical().ifPresent(url -> fields.append("Canonical: ").append(url).append('\n'));
    return Response.ok(fields.toString(), "text/plain; charset=utf-8")
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }
}
