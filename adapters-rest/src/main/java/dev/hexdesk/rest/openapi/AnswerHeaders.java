package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;

/** The headers of answers that clients do something with, each described once. */
final class AnswerHeaders {
  static final String REQUEST_ID = "X-Request-Id";
  static final String LOCATION = "Location";
  static final String ETAG = "ETag";
  static final String LINK = "Link";
  static final String RETRY_AFTER = "Retry-After";
  static final String AUTHENTICATE = "WWW-Authenticate";

  private AnswerHeaders() {}

  static void addTo(Components components) {
    components
        .addHeaders(REQUEST_ID, header("string", "Finds the request in the server's log."))
        .addHeaders(LOCATION, header("string", "Where the new resource is."))
        .addHeaders(ETAG, header("string", "The version of the resource."))
        .addHeaders(
            LINK, header("string", "Leads to the next page, if any (RFC 8288).").required(false))
        .addHeaders(RETRY_AFTER, header("integer", "After how many seconds to try again."))
        .addHeaders(
            AUTHENTICATE,
            header("string", "What token is needed, where that is the matter (RFC 6750).")
                .required(false));
  }

  static Header reference(String name) {
    return new Header().$ref("#/components/headers/" + name);
  }

  private static Header header(String type, String description) {
    Schema<?> schema = new Schema<>();
    schema.addType(type);
    return new Header().description(description).required(true).schema(schema);
  }
}
