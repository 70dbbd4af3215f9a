package dev.hexdesk.rest.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Announces that the connection ends where a request is answered before all of its body was read
 * (RFC 9112, section 9.6): the server closes it then, and a client that does not know would send
 * its next request into nothing.
 */
public final class UnreadBodyFilter implements ContainerResponseFilter {
  /** The property of requests whose body was read to its end. */
  static final String READ = "dev.hexdesk.body-read";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (hasBody(request) && request.getProperty(READ) == null) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }

  private static boolean hasBody(ContainerRequestContext request) {
    // Not getLength(), which fails on what is no int.
    String length = request.getHeaderString("Content-Length");
    return (length != null && !length.strip().equals("0"))
        || request.getHeaderString("Transfer-Encoding") != null;
  }
}
