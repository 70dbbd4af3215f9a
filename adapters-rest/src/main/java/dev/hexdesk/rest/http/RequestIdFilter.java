package dev.hexdesk.rest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Gives each request its id before anything else sees it, joins it to its client's trace, and sets
 * what every answer bears.
 */
public final class RequestIdFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.from(request.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id);
    SecurityHeaders.ALL.forEach(response::setHeader);
    Optional<TraceContext> trace = TraceContext.of(request.getHeaders(TraceContext.HEADER));
    try (MDC.MDCCloseable ignored = MDC.putCloseable(RequestId.LOG_KEY, id)) {
      if (trace.isEmpty()) {
        chain.doFilter(request, response);
      } else {
        doFilter(trace.get(), request, response, chain);
      }
    }
  }

  private static void doFilter(
      TraceContext trace,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(TraceContext.RESPONSE_HEADER, trace.response());
    try (MDC.MDCCloseable ignored = MDC.putCloseable(TraceContext.LOG_KEY, trace.traceId())) {
      chain.doFilter(request, response);
    }
  }
}
