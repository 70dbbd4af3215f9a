package dev.hexdesk.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the server from telling the length 0 of what a HEAD has not sent: where nobody has counted
 * the answer to the same GET, the length is left out (RFC 9110, section 8.6).
 */
public final class RequestHeadSizeFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getMethod().equals("HEAD") && hasUncountedBody(response)) {
      response.flushBuffer(); // once the head is out, nobody adds a length to it
    }
  }

  private static boolean hasUncountedBody(HttpServletResponse response) {
    return response.getStatus() == HttpServletResponse.SC_OK
        && response.getContentType() != null
        && !response.containsHeader("Content-Length");
  }
}
