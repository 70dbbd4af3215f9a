package dev.hexdesk.rest.fastpath;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import org.glassfish.jersey.internal.PropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.ContainerUtils;
import org.jspecify.annotations.Nullable;

/** A servlet's request as JAX-RS sees it; properties of the one are attributes of the other. */
record ServletRequest(HttpServletRequest servlet) implements PropertiesDelegate, SecurityContext {
  private static final ResourceConfig CONFIGURATION = new ResourceConfig();

  /**
   * @throws IllegalArgumentException or {@link jakarta.ws.rs.core.UriBuilderException} where the
   *     address is no URI (RFC 3986)
   */
  static ContainerRequest of(HttpServletRequest servlet) {
    String address = servlet.getRequestURL().toString();
    String query = servlet.getQueryString();
    String base = address.substring(0, address.indexOf('/', address.indexOf("://") + 3) + 1);
    ServletRequest delegate = new ServletRequest(servlet);
    ContainerRequest request =
        new ContainerRequest(
            URI.create(base),
            query == null ? URI.create(address) : withQuery(address, query),
            servlet.getMethod(),
            delegate,
            delegate,
            CONFIGURATION);
    Enumeration<String> names = servlet.getHeaderNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement();
      request.getHeaders().put(name, Collections.list(servlet.getHeaders(name)));
    }
    return request;
  }

  /** As JAX-RS puts them together, which the links to next pages show. */
  private static URI withQuery(String address, String query) {
    return UriBuilder.fromUri(address)
        .replaceQuery(ContainerUtils.encodeUnsafeCharacters(query))
        .build();
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return servlet.getAttribute(name);
  }

  @Override
  public Collection<String> getPropertyNames() {
    return Collections.list(servlet.getAttributeNames());
  }

  @Override
  public void setProperty(String name, Object value) {
    servlet.setAttribute(name, value);
  }

  @Override
  public void removeProperty(String name) {
    servlet.removeAttribute(name);
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public boolean isSecure() {
    return servlet.isSecure();
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return null;
  }
}
