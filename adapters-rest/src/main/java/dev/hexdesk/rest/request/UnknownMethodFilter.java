package dev.hexdesk.rest.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets the resource itself refuse a method that HTTP does not have, as only the resource knows what
 * the header {@code Allow} must list (RFC 9110, section 15.5.6). It is handed on as one that no
 * resource offers.
 */
public final class UnknownMethodFilter extends HttpFilter {
  /** Offered by no resource, and to be let through to them. */
  public static final String UNOFFERED = "TRACE";

  private static final long serialVersionUID = 1;
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        KNOWN.contains(request.getMethod()) ? request : new Unoffered(request), response);
  }

  private static final class Unoffered extends HttpServletRequestWrapper {
    Unoffered(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return UNOFFERED;
    }
  }
}
