package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.http.RequestId;
import dev.hexdesk.rest.idempotency.IdempotencyKey;
import dev.hexdesk.rest.limits.RateHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/** Lets pages of the configured origins, and of no others, use the API from a browser. */
public final class CrossOrigin extends CrossOriginHandler {
  private static final HttpField VARY =
      new HttpField(HttpHeader.VARY, HttpHeader.ORIGIN.asString());

  private final Set<String> origins;

  /**
   * @param origins exact origins such as {@code https://desk.example.com}
   */
  public CrossOrigin(List<String> origins) {
    this.origins = Set.copyOf(origins);
    setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
    setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    setAllowedHeaders(
        Set.of(
            "Authorization",
            "Content-Type",
            IdempotencyKey.HEADER,
            "If-Match",
            "If-None-Match",
            RequestId.HEADER));
    setExposedHeaders(
        Set.of(
            "ETag",
            IdempotencyKey.REPLAYED,
            "Link",
            "Location",
            RateHeaders.LEFT,
            RateHeaders.POLICY,
            "Retry-After",
            "WWW-Authenticate",
            RequestId.HEADER));
    setAllowCredentials(false);
    // So that the answer to what browsers ask beforehand has what all answers have.
    setDeliverPreflightRequests(true);
    setPreflightMaxAge(Duration.ofHours(1));
  }

  /** Jetty would repeat whatever has a configured origin somewhere in it, in any letter case. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && origins.contains(origin)) {
      return super.handle(request, response, callback);
    }
    response.getHeaders().ensureField(VARY);
    return getHandler().handle(request, response, callback);
  }
}
