package dev.hexdesk.rest.http;

import java.util.Map;

/** Headers that keep browsers from doing with an answer what was not meant. */
public final class SecurityHeaders {
  public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  /** For answers that are data and not pages. */
  public static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          CONTENT_SECURITY_POLICY,
          "default-src 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}
}
