package dev.hexdesk.rest.fastpath;

import dev.hexdesk.rest.http.CacheHeadersFilter;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.request.IdConverters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilderException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers frequent reads in front of JAX-RS, whose routing, scopes and choice of writers took more
 * than a third of their processor time. It calls what JAX-RS would call: the filters that hold for
 * a resource method, and the method ({@link FastPath}). What is special about a request goes the
 * long way, and so does whatever is refused, for the long way knows how to say so ({@link
 * FastPathFailure}).
 */
public final class FastPathFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  /**
   * What clients commonly send that want JSON or anything: browsers' fetch, axios, Angular, HTTPie.
   */
  private static final Set<String> TAKING_JSON =
      Set.of(
          "*/*",
          MediaType.APPLICATION_JSON,
          "application/json, */*",
          "application/json, */*;q=0.5",
          "application/json, text/plain, */*");

  private final transient JsonResponseWriter json;
  private final transient ForwardedPrefix prefix = new ForwardedPrefix();
  private final transient CacheHeadersFilter cache = new CacheHeadersFilter();
  private final transient Map<String, FastRead> withoutId = new HashMap<>();
  private final transient Map<String, FastRead> byId = new HashMap<>();

  /**
   * @param resources whose methods may be marked
   * @param features the very ones that JAX-RS has: they count what callers take
   * @param json as JAX-RS has it
   */
  public FastPathFilter(
      Collection<?> resources,
      Collection<? extends DynamicFeature> features,
      JsonResponseWriter json) {
    this.json = json;
    for (Object resource : resources) {
      Arrays.stream(resource.getClass().getMethods())
          .filter(method -> method.isAnnotationPresent(FastPath.class))
          .map(method -> FastRead.of(resource, method, features))
          .forEach(read -> (read.takesId() ? byId : withoutId).put(read.path(), read));
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    FastRead read = isPlain(request) ? find(request.getRequestURI()) : null;
    if (read == null || !answered(read, request, response)) {
      chain.doFilter(request, response);
    }
  }

  /** Whether a request reads, sends nothing, and takes JSON. */
  private static boolean isPlain(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
        && request.getHeader("Transfer-Encoding") == null
        && request.getHeader(HttpHeaders.CONTENT_TYPE) == null
        && takesJson(request.getHeaders(HttpHeaders.ACCEPT));
  }

  private static boolean takesJson(Enumeration<String> accept) {
    return !accept.hasMoreElements()
        || (TAKING_JSON.contains(accept.nextElement()) && !accept.hasMoreElements());
  }

  private @Nullable FastRead find(String path) {
    int id = path.lastIndexOf('/') + 1;
    FastRead read = byId.get(path.substring(0, id));
    return read != null && IdConverters.read(path.substring(id)).isPresent()
        ? read
        : withoutId.get(path);
  }

  /** Whether the request is answered; whatever goes wrong is noted for the long way. */
  private boolean answered(FastRead read, HttpServletRequest servlet, HttpServletResponse response)
      throws IOException {
    ContainerRequest request;
    try {
      request = ServletRequest.of(servlet);
    } catch (IllegalArgumentException | UriBuilderException noUri) {
      return false;
    }
    ContainerResponse answer;
    byte[] body;
    try {
      prefix.filter(request);
      answer = read.answer(request);
      body = answer.hasEntity() ? json.bytes(answer.getEntity()) : null;
      read.complete(request, answer);
      cache.filter(request, answer);
    } catch (RuntimeException | IOException | Error failure) {
      FastPathFailure.note(failure, servlet);
      return false;
    }
    write(answer, body, response);
    return true;
  }

  private static void write(
      ContainerResponse answer, byte @Nullable [] body, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.getStatus());
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(it -> response.addHeader(name, written(it))));
    if (body != null) {
      response.setContentType(MediaType.APPLICATION_JSON);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private static String written(Object header) {
    return header instanceof EntityTag tag
        ? ConditionalRequests.written(tag)
        : String.valueOf(header);
  }
}
