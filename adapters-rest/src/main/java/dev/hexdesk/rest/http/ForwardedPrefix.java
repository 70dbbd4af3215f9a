package dev.hexdesk.rest.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * The path, such as {@code /desk}, below which a trusted proxy shows the server: it takes the path
 * off before it hands a request on, and all addresses that are given out have it in front.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
public final class ForwardedPrefix implements ContainerRequestFilter {
  /** The attribute of a request that has the path, where there is one. */
  public static final String ATTRIBUTE = "dev.hexdesk.forwarded-prefix";

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(ATTRIBUTE) instanceof String prefix && !prefix.isEmpty()) {
      UriInfo uri = request.getUriInfo();
      request.setRequestUri(below(prefix, uri.getBaseUri()), below(prefix, uri.getRequestUri()));
    }
  }

  private static URI below(String prefix, URI uri) {
    String text = uri.toString();
    int path = text.indexOf('/', text.indexOf("://") + 3);
    return URI.create(text.substring(0, path) + prefix + text.substring(path));
  }

  /** What all addresses begin with; empty where no proxy told of a path. */
  public static String of(UriInfo uri) {
    return uri.getBaseUri().getRawPath().replaceFirst("/$", "");
  }

  /** The path of a request as this server has it, without what a proxy took off. */
  public static String pathWithin(UriInfo uri) {
    return uri.getRequestUri().getRawPath().substring(of(uri).length());
  }
}
