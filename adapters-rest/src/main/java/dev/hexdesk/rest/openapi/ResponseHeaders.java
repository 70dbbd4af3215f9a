package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.RequestId;
import dev.hexdesk.rest.idempotency.IdempotencyKey;
import dev.hexdesk.rest.limits.RateHeaders;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;

/** The headers of answers that clients do something with, each described once. */
final class ResponseHeaders {
  static final String REQUEST_ID = "X-Request-Id";
  static final String LOCATION = "Location";
  static final String ETAG = "ETag";
  static final String LINK = "Link";
  static final String RETRY_AFTER = "Retry-After";
  static final String RETRY_AFTER_WHILE_IN_USE = "RetryAfterWhileInUse";
  static final String REPLAYED = IdempotencyKey.REPLAYED;
  static final String AUTHENTICATE = "WWW-Authenticate";
  static final String ACCEPT_POST = "Accept-Post";
  static final String ACCEPT_PATCH = "Accept-Patch";
  static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private ResponseHeaders() {}

  static void addTo(Components components) {
    components
        .addHeaders(
            REQUEST_ID,
            header(
                "Finds the request in the server's log.",
                text(RequestId.PATTERN, RequestId.LONGEST)))
        .addHeaders(LOCATION, header("Where the new resource is.", text("^[!-~]+$", 10_000)))
        .addHeaders(ETAG, header("The version of the resource.", text("^\"[0-9A-Za-z_-]+\"$", 64)))
        .addHeaders(
            LINK,
            header(
                    "Leads to the next page, if any (RFC 8288).",
                    text("^<[!-~]+>; rel=\"next\"$", 20_000))
                .required(false))
        .addHeaders(RETRY_AFTER, header("After how many seconds to try again.", seconds()))
        .addHeaders(
            RETRY_AFTER_WHILE_IN_USE,
            header(
                    "After how many seconds to try again, where the same request is still running.",
                    seconds())
                .required(false))
        .addHeaders(
            REPLAYED,
            header(
                    "There where the request was done before, and this is the answer of then.",
                    text("^true$", 4))
                .required(false))
        .addHeaders(
            AUTHENTICATE,
            header(
                    "What token is needed, where that is the matter (RFC 6750).",
                    text("^Bearer [ -~]+$", 500))
                .required(false))
        .addHeaders(ACCEPT_POST, types("POST", "Linked Data Platform 1.0"))
        .addHeaders(ACCEPT_PATCH, types("PATCH", "RFC 5789"))
        .addHeaders(
            RateHeaders.POLICY,
            header(
                    "How many units a caller may use in a minute, of one node, where the caller is"
                        + " known (draft-ietf-httpapi-ratelimit-headers).",
                    text(RateHeaders.POLICY_PATTERN, 60))
                .required(false))
        .addHeaders(
            RateHeaders.LEFT,
            header(
                    "How many units are left (`r`), and in how many seconds all are there again"
                        + " (`t`).",
                    text(RateHeaders.LEFT_PATTERN, 60))
                .required(false))
        .addHeaders(
            ALLOW_ORIGIN,
            header(
                    "The page's origin, where the operator lets it use the API from a browser.",
                    text("^[!-~]+$", 10_000))
                .required(false));
  }

  static Header reference(String name) {
    return new Header().$ref("#/components/headers/" + name);
  }

  /** Adds what every answer bears, and may bear. */
  static void addCommon(ApiResponse answer) {
    answer.addHeaderObject(REQUEST_ID, reference(REQUEST_ID));
    answer.addHeaderObject(ALLOW_ORIGIN, reference(ALLOW_ORIGIN));
  }

  /** Adds what is told to callers who are known. */
  static void addLimits(ApiResponse answer) {
    answer.addHeaderObject(RateHeaders.POLICY, reference(RateHeaders.POLICY));
    answer.addHeaderObject(RateHeaders.LEFT, reference(RateHeaders.LEFT));
  }

  private static Header types(String method, String source) {
    return header(
            "Which types of bodies a %s takes here, where it is one (%s)."
                .formatted(method, source),
            text("^[ -~]+$", 2000))
        .required(false);
  }

  private static Header header(String description, Schema<?> schema) {
    return new Header().description(description).required(true).schema(schema);
  }

  static Schema<?> text(String pattern, int maxLength) {
    Schema<?> schema = new Schema<>();
    schema.addType("string");
    return schema.pattern(pattern).maxLength(maxLength);
  }

  private static Schema<?> seconds() {
    Schema<?> schema = new Schema<>();
    schema.addType("integer");
    return schema
        .format("int32")
        .minimum(BigDecimal.ONE)
        .maximum(BigDecimal.valueOf(Integer.MAX_VALUE));
  }
}
