package dev.hexdesk.bootstrap.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves of the admin port what can be read there, for those who ask it on purpose. It has no
 * login, so any web page that is open on the machine could send it requests: Dropwizard's tasks,
 * which change log levels, and the profiler are not there, and an answer goes to no page that has
 * made its own name point here (DNS rebinding).
 */
public final class AdminPortFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final Set<String> PAGES =
      Set.of("/", "/ping", "/healthcheck", "/live", "/ready", "/metrics", "/threads");
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD";

  /** Of RFC 9110, section 15.5.20. */
  private static final int MISDIRECTED = 421;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isMeantForUs(request)) {
      response.setStatus(MISDIRECTED);
    } else if (!PAGES.contains(request.getRequestURI())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", ALLOWED);
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Whether the request bears a name that nobody else can make point here. Where the port is open
   * to other machines, it is known there by names of the operator's choice, and a firewall has to
   * say who may ask.
   */
  private static boolean isMeantForUs(HttpServletRequest request) {
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || isAddress(host) || !isLoopback(request.getLocalAddr());
  }

  private static boolean isAddress(String host) {
    return address(host).isPresent();
  }

  private static boolean isLoopback(String host) {
    return address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> address(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
