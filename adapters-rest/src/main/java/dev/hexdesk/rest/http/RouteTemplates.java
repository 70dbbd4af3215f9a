package dev.hexdesk.rest.http;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes for whoever counts requests which template a path was made by: {@code
 * /api/v1/tickets/{id}}. There are as many of them as there are methods, whatever clients ask for.
 */
public final class RouteTemplates implements DynamicFeature {
  /** The attribute of a request that has the template; no method takes the request without it. */
  public static final String ATTRIBUTE = "hexdesk.route";

  /** Jersey takes a zero for no priority at all. */
  private static final int BEFORE_ALL_OTHERS = 1;

  /** What a variable's value must look like, which names nothing. */
  private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w+)\\s*:.*?\\}(?=/|$)");

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    context.register(
        new Note(templateOf(resource.getResourceClass(), resource.getResourceMethod())),
        Map.of(ContainerRequestFilter.class, BEFORE_ALL_OTHERS));
  }

  /** The template of a resource method. */
  public static String templateOf(Class<?> resource, Method method) {
    String path =
        "/"
            + path(resource.getAnnotation(Path.class))
            + "/"
            + path(method.getAnnotation(Path.class));
    String single = path.replaceAll("/+", "/");
    String whole = single.length() > 1 ? single.replaceFirst("/$", "") : single;
    return EXPRESSION.matcher(whole).replaceAll("{$1}");
  }

  private static String path(@Nullable Path said) {
    return said == null ? "" : said.value();
  }

  private record Note(String template) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.setProperty(ATTRIBUTE, template);
    }
  }
}
