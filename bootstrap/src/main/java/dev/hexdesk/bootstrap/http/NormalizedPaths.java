package dev.hexdesk.bootstrap.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Lets paths be the same that differ in letters and digits that are percent-encoded without need
 * alone (RFC 3986, section 6.2.2.2). Done once, for all who decide by paths how large a body may
 * be, or who may send it.
 *
 * <p>All else stays as it was sent, points included: what is encoded there may be meant to be no
 * separator, and is refused. Jetty has looked at the path as it was sent before.
 */
public final class NormalizedPaths extends RequestCustomizer {
  /** Letters, digits and {@code - _ ~}. */
  private static final Pattern NEEDLESS =
      Pattern.compile("%(2[Dd]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

  private static final int HEX = 16;

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    String normalized = normalized(path);
    return normalized == null || normalized.equals(path)
        ? request
        : Request.serveAs(
            request, HttpURI.build(uri, normalized, uri.getParam(), uri.getQuery()).asImmutable());
  }

  static @Nullable String normalized(@Nullable String path) {
    return path == null || path.indexOf('%') < 0
        ? path
        : NEEDLESS
            .matcher(path)
            .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), HEX)));
  }
}
