package dev.hexdesk.rest.request;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a body by the address it is sent to, before any resource sees the request.
 *
 * @param open the limits, in bytes, of where strangers may send one
 * @param streamed where a body is read bit by bit, and never held as a whole
 * @param largest how many bytes any other body may have
 */
public record BodyRules(Map<String, Integer> open, Set<String> streamed, int largest) {
  public BodyRules {
    open = Map.copyOf(open);
    streamed = Set.copyOf(streamed);
  }

  /** The rules that the methods of some resources tell by what they take. */
  public static BodyRules of(Collection<?> resources) {
    Map<String, Integer> open = new HashMap<>();
    Set<String> streamed = new HashSet<>();
    int largest = BodyLimit.STANDARD;
    for (Object resource : resources) {
      for (Method method : resource.getClass().getMethods()) {
        if (takes(method, InputStream.class)) {
          streamed.add(path(resource, method));
        }
        if (mayHaveBody(method) && !needsLogin(method)) {
          open.put(path(resource, method), limitOf(method));
        }
        largest = Math.max(largest, limitOf(method));
      }
    }
    return new BodyRules(open, streamed, largest);
  }

  static int limitOf(Method method) {
    BodyLimit limit = method.getAnnotation(BodyLimit.class);
    return limit == null ? BodyLimit.STANDARD : limit.value();
  }

  public boolean isStreamed(String path) {
    return streamed.contains(path);
  }

  /** How large a stranger's body may be; empty where strangers have nothing to send. */
  public OptionalInt limitForStrangers(String path) {
    Integer limit = open.get(path);
    return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  private static boolean takes(Method method, Class<?> type) {
    return Arrays.asList(method.getParameterTypes()).contains(type);
  }

  private static boolean mayHaveBody(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .anyMatch(http -> http != null && ContentTypeFilter.TAKING_BODIES.contains(http.value()));
  }

  private static boolean needsLogin(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(Auth.class));
  }

  private static String path(Object resource, Method method) {
    Path below = method.getAnnotation(Path.class);
    String base = resource.getClass().getAnnotation(Path.class).value();
    return below == null ? base : base + below.value();
  }
}
