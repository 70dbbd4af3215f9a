package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.http.RequestId;
import dev.hexdesk.rest.http.TraceContext;
import dev.hexdesk.rest.idempotency.IdempotencyKey;
import dev.hexdesk.rest.limits.RateHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * What pages send with what they ask for: of their own, or libraries for them, which trace
   * requests, keep caches away or send a token against forgery to whatever server. Browsers ask for
   * {@code Accept} and the like, too, when their values are long or have certain marks in them.
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Cache-Control",
          "Content-Encoding",
          "Content-Language",
          "Content-Type",
          "Expires",
          IdempotencyKey.HEADER,
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Unmodified-Since",
          "Pragma",
          "Prefer",
          "Priority",
          "Range",
          RequestId.HEADER,
          "User-Agent",
          "X-Correlation-Id",
          "X-CSRF-Token",
          "X-Requested-With",
          "X-XSRF-TOKEN",
          "adrum",
          "baggage",
          "correlation-context",
          "elastic-apm-traceparent",
          "newrelic",
          "request-context",
          "request-id",
          "sentry-trace",
          "traceparent",
          "tracestate",
          "uber-trace-id",
          "b3",
          "X-B3-Flags",
          "X-B3-ParentSpanId",
          "X-B3-Sampled",
          "X-B3-SpanId",
          "X-B3-TraceId",
          "X-Amzn-Trace-Id",
          "X-Cloud-Trace-Context",
          "X-Datadog-Origin",
          "X-Datadog-Parent-Id",
          "X-Datadog-Sampling-Priority",
          "X-Datadog-Tags",
          "X-Datadog-Trace-Id",
          "X-dtc",
          "X-dtpc",
          "X-dtreferer",
          "X-Highlight-Request",
          "X-Honeycomb-Trace",
          "X-INSTANA-L",
          "X-INSTANA-S",
          "X-INSTANA-T",
          "X-NewRelic-ID",
          "X-PostHog-Distinct-Id",
          "X-PostHog-Session-Id",
          "X-PostHog-Window-Id",
          "grpc-trace-bin",
          "sw8",
          "x-ot-span-context");

  /** What the server sends, but for what browsers show to every page anyway. */
  private static final Set<String> EXPOSED =
      Set.of(
          "Accept-Patch",
          "Accept-Post",
          "Allow",
          "Content-Disposition",
          "Content-Encoding",
          "Date",
          "Deprecation",
          "ETag",
          IdempotencyKey.REPLAYED,
          "Link",
          "Location",
          RateHeaders.LEFT,
          RateHeaders.POLICY,
          "Retry-After",
          "Sunset",
          "Vary",
          "WWW-Authenticate",
          RequestId.HEADER,
          TraceContext.RESPONSE_HEADER);

  private final Set<String> origins;

  /**
   * @param origins exact origins such as {@code https://desk.example.com}
   * @param headers what pages may send besides what the API knows and what traces need
   */
  public CrossOrigin(List<String> origins, List<String> headers) {
    this.origins = Set.copyOf(origins);
    setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
    setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    setAllowedHeaders(
        Stream.concat(ALLOWED.stream(), headers.stream()).collect(Collectors.toSet()));
    setExposedHeaders(EXPOSED);
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
