package dev.hexdesk.bootstrap.config;

import dev.hexdesk.bootstrap.http.CrossOrigin;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which pages of other origins may use the API.
 *
 * @param allowedOrigins as browsers send them: scheme, host in lower case, and the port where it is
 *     not the scheme's own
 * @param allowedHeaders what pages may send besides the headers that are allowed anyway
 */
@SelfValidating
public record CorsSection(List<String> allowedOrigins, List<String> allowedHeaders) {
  private static final String HOST = "(?:[a-z0-9._-]+|\\[[0-9a-f:.]+\\])";

  /**
   * Pages of apps and of browsers' extensions have schemes of their own, whose hosts browsers leave
   * as they are. {@code null} is what pages without an origin send.
   */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "null|file://|(?:https?://%1$s|%2$s(?:%1$s|[A-Za-z0-9._-]+))(?::[0-9]{1,5})?"
              .formatted(HOST, "(?!https?:|file:)[a-z][a-z0-9+.-]*://"));

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What lets pages of these origins in; empty where there are none. */
  public Optional<CrossOrigin> handler() {
    return allowedOrigins.isEmpty()
        ? Optional.empty()
        : Optional.of(new CrossOrigin(allowedOrigins, allowedHeaders));
  }

  /** Checks that each is an origin; a star is none, whoever is allowed shall be named. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    check(
        violations,
        "allowedOrigins",
        allowedOrigins,
        ORIGIN,
        "'{value}' is no origin such as https://desk.example.org or capacitor://localhost");
    check(
        violations,
        "allowedHeaders",
        allowedHeaders,
        TOKEN,
        "'{value}' is no name of a header such as X-Trace-Id");
  }

  private static void check(
      ViolationCollector violations,
      String setting,
      List<String> values,
      Pattern form,
      String message) {
    for (String value : values) {
      if (!form.matcher(value).matches()) {
        violations.addViolation(setting, message, Map.of("value", value));
      }
    }
  }
}
