package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.http.RequestId;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets pages of the configured origins, and of no others, use the API from a browser. */
public final class CrossOrigin {
  private CrossOrigin() {}

  /**
   * @param origins exact origins such as {@code https://desk.example.com}
   */
  public static CrossOriginHandler allowing(Collection<String> origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    handler.setAllowedHeaders(
        Set.of("Authorization", "Content-Type", "If-Match", "If-None-Match", RequestId.HEADER));
    handler.setExposedHeaders(
        Set.of("ETag", "Link", "Location", "Retry-After", "WWW-Authenticate", RequestId.HEADER));
    handler.setAllowCredentials(false);
    handler.setDeliverPreflightRequests(false);
    handler.setPreflightMaxAge(Duration.ofHours(1));
    return handler;
  }
}
