package dev.hexdesk.bootstrap.http;

import dev.hexdesk.security.OperatorSignature;
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
 * login, so any web page that is open on the machine could send it requests: the profiler is not
 * there, Dropwizard's tasks are there for those alone who sign what they send with the
 * installation's secret, as its commands do, and an answer goes to no page that has made its own
 * name point here (DNS rebinding).
 */
public final class AdminPortFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  /** Where log levels are changed. */
  public static final String LOG_LEVEL = "/tasks/log-level";

  /** Where garbage is collected. */
  public static final String GC = "/tasks/gc";

  private static final Set<String> PAGES =
      Set.of("/", "/ping", "/healthcheck", "/live", "/ready", "/metrics", "/threads");
  private static final Set<String> TASKS = Set.of(LOG_LEVEL, GC);
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD";

  /** Of RFC 9110, section 15.5.20. */
  private static final int MISDIRECTED = 421;

  private final transient OperatorSignature signature;

  public AdminPortFilter(OperatorSignature signature) {
    this.signature = signature;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isMeantForUs(request)) {
      response.setStatus(MISDIRECTED);
    } else if (isSignedTask(request)) {
      chain.doFilter(request, response);
    } else if (!PAGES.contains(request.getRequestURI())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", ALLOWED);
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isSignedTask(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String query = request.getQueryString();
    return header != null
        && TASKS.contains(request.getRequestURI())
        && signature.isGood(
            header,
            request.getMethod()
                + " "
                + request.getRequestURI()
                + (query == null ? "" : "?" + query));
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
