package dev.hexdesk.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Gives each request its id before anything else sees it, and sets what every answer bears. */
public final class RequestIdFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.from(request.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id);
    SecurityHeaders.ALL.forEach(response::setHeader);
    try (MDC.MDCCloseable ignored = MDC.putCloseable(RequestId.LOG_KEY, id)) {
      chain.doFilter(request, response);
    }
  }
}
