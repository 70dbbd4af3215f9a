package dev.hexdesk.rest.request;

import dev.hexdesk.rest.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refuses query parameters that a resource does not have, that are given twice, and that can't be
 * read without guessing.
 */
public final class StrictQueryFilter implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Map<String, Boolean> known = new TreeMap<>();
    for (Parameter parameter : resource.getResourceMethod().getParameters()) {
      add(parameter, known);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        addFields(parameter.getType(), known);
      }
    }
    context.register(new Check(known), Priorities.USER);
  }

  private static void addFields(Class<?> parameters, Map<String, Boolean> known) {
    for (Class<?> type = parameters; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        add(field, known);
      }
    }
  }

  private static void add(AnnotatedElement place, Map<String, Boolean> known) {
    QueryParam parameter = place.getAnnotation(QueryParam.class);
    if (parameter != null) {
      known.put(parameter.value(), isCommaSeparated(place));
    }
  }

  /** It may be said of the annotation that describes the parameter. */
  private static boolean isCommaSeparated(AnnotatedElement place) {
    return place.isAnnotationPresent(CommaSeparated.class)
        || Arrays.stream(place.getAnnotations())
            .map(Annotation::annotationType)
            .anyMatch(kind -> kind.isAnnotationPresent(CommaSeparated.class));
  }

  /**
   * The parameters of one resource method.
   *
   * @param known their names, and whether each takes several values
   */
  @Priority(Priorities.USER)
  private record Check(Map<String, Boolean> known) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals(HttpMethod.OPTIONS)) {
        return; // It asks what the resource offers, whatever would be asked of that.
      }
      String query = request.getUriInfo().getRequestUri().getRawQuery();
      if (query != null) {
        for (String given : read(query).names()) {
          if (!known.containsKey(given)) {
            throw ProblemException.badParameter(
                shown(given), "unknown", unknown(given, request.getMethod()));
          }
        }
      }
    }

    private FormParameters read(String query) {
      try {
        return FormParameters.read(query);
      } catch (FormParameters.Unreadable unreadable) {
        String name = unreadable.parameter();
        boolean separable =
            unreadable.code().equals(FormParameters.REPEATED) && known.getOrDefault(name, false);
        throw ProblemException.badParameter(
            shown(name),
            unreadable.code(),
            unreadable.reason() + (separable ? "; several values are separated by commas" : ""));
      }
    }

    private String unknown(String given, String method) {
      if (known.isEmpty()) {
        return "is unknown: there are none here";
      }
      // One space at an end is a slip of the hand, and what is meant stands in the list.
      String advice =
          given.isEmpty() || !given.equals(given.strip())
              ? ""
              : NameAdvice.meant(given, known.keySet())
                  .map(ours -> "it is called " + ours + " here; ")
                  .or(
                      () ->
                          NameAdvice.header(given, method)
                              .map(header -> "that is said by the header '" + header + "'; "))
                  .orElse("");
      return "is unknown; " + advice + "these exist: " + String.join(", ", known.keySet());
    }

    /** A name is repeated back to its sender, so it is kept short and on one line. */
    private static String shown(String name) {
      String line = name.replaceAll("\\p{Cntrl}", "?");
      return line.length() <= 40 ? line : line.substring(0, 40);
    }
  }
}
