package dev.hexdesk.rest.limits;

import dev.hexdesk.rest.http.RouteTemplates;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their addresses which requests have to do with each other, before any resource sees
 * them: the reads of one resource, its searches and totals, and its writes. There are as many kinds
 * as resources have, whatever clients ask for.
 */
public final class RequestKinds {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+\\}");
  private static final String ANY = "/{}";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Enough for those that there are. */
  private static final int LONGEST = 200;

  private record Names(String reads, String searches, String writes) {
    static Names of(String resource) {
      return new Names(resource + " reads", resource + " searches", resource + " writes");
    }

    String of(String method, @Nullable String query) {
      if (!READING.contains(method)) {
        return writes;
      }
      return query != null && (query.contains("q=") || query.contains("total=")) ? searches : reads;
    }
  }

  private static final Names UNKNOWN = Names.of("unknown");

  private final Map<String, Names> templates = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /** Where requests never wait. */
  private final Set<String> open = new HashSet<>();

  private RequestKinds() {}

  /** The kinds of the requests that some resources take. */
  public static RequestKinds of(Collection<?> resources) {
    RequestKinds kinds = new RequestKinds();
    resources.forEach(resource -> kinds.add(resource.getClass()));
    return kinds;
  }

  private void add(Class<?> resource) {
    Names names = Names.of(resource.getSimpleName());
    for (Method method : resource.getMethods()) {
      String template = nameless(RouteTemplates.templateOf(resource, method));
      templates.putIfAbsent(template, names);
      // What streams a body has a gate of its own, and would keep its place for as long as the body
      // comes.
      if (resource.isAnnotationPresent(AlwaysAdmitted.class)
          || Arrays.asList(method.getParameterTypes()).contains(InputStream.class)) {
        open.add(template);
      }
    }
  }

  /** As a path is read below: whatever stands for a variable is the same. */
  private String nameless(String route) {
    StringBuilder template = new StringBuilder();
    for (StringTokenizer segments =
            new StringTokenizer(VARIABLE.matcher(route).replaceAll("{}"), "/");
        segments.hasMoreTokens(); ) {
      String segment = segments.nextToken();
      words.add(segment);
      template.append('/').append(segment);
    }
    return template.toString();
  }

  /** The kind of a request; empty where it need not wait. */
  public Optional<String> of(String method, String path, @Nullable String query) {
    String template = templateOf(path);
    return open.contains(template)
        ? Optional.empty()
        : Optional.of(templates.getOrDefault(template, UNKNOWN).of(method, query));
  }

  private String templateOf(String path) {
    if (path.length() > LONGEST) {
      return "";
    }
    StringBuilder template = new StringBuilder(path.length());
    for (StringTokenizer segments = new StringTokenizer(path, "/"); segments.hasMoreTokens(); ) {
      String segment = segments.nextToken();
      if (words.contains(segment)) {
        template.append('/').append(segment);
      } else {
        template.append(ANY);
      }
    }
    return template.toString();
  }
}
