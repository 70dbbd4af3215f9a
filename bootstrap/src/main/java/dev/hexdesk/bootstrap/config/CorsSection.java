package dev.hexdesk.bootstrap.config;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which pages of other origins may use the API.
 *
 * @param allowedOrigins as browsers send them: scheme, host in lower case, and the port where it is
 *     not the scheme's own
 */
@SelfValidating
public record CorsSection(List<String> allowedOrigins) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?");

  /** Checks that each is an origin; a star is none, whoever is allowed shall be named. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    for (String origin : allowedOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        violations.addViolation(
            "allowedOrigins",
            "'{origin}' is no origin such as https://desk.example.org",
            Map.of("origin", origin));
      }
    }
  }
}
