package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.request.ContentTypeFilter;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Overlooks what a request's head says to no purpose, and refuses what would be read as something
 * else than was meant.
 */
public final class ReadableHeads extends RequestCustomizer {
  /** By these words the answers are found. */
  static final String NO_UTF8 = "query not in UTF-8";

  static final String NO_TYPE = "Content-Type not a media type";

  /** What Jetty reads octets as that are no UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    String query = request.getHttpURI().getQuery();
    if (query != null && query.indexOf(UNREADABLE) >= 0) {
      throw new BadMessageException(NO_UTF8);
    }
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null) {
      return request;
    }
    if (type.isBlank() || !ContentTypeFilter.TAKING_BODIES.contains(request.getMethod())) {
      return withHeaders(
          request,
          HttpFields.build(request.getHeaders()).remove(HttpHeader.CONTENT_TYPE).asImmutable());
    }
    requireType(type);
    return request;
  }

  /** The servlet container looks at it first, and says nothing of what it can't read. */
  private static void requireType(String type) {
    try {
      MediaType.valueOf(type);
    } catch (IllegalArgumentException noType) {
      throw new BadMessageException(NO_TYPE, noType);
    }
  }
}
