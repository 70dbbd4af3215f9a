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
  private static final String LISTS = "several values are separated by commas";

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
        for (String given : read(query, request.getMethod()).names()) {
          if (!known.containsKey(given)) {
            throw unknownParameter(given, request.getMethod());
          }
        }
      }
    }

    private FormParameters read(String query, String method) {
      try {
        return FormParameters.read(query);
      } catch (FormParameters.Unreadable unreadable) {
        String name = unreadable.parameter();
        boolean isRepeated = unreadable.code().equals(FormParameters.REPEATED);
        if (isRepeated
            && !known.containsKey(name)
            && NameAdvice.meant(name, known.keySet()).isPresent()) {
          throw unknownParameter(name, method);
        }
        boolean separable = isRepeated && known.getOrDefault(name, false);
        throw ProblemException.badParameter(
            shown(name), unreadable.code(), unreadable.reason() + (separable ? "; " + LISTS : ""));
      }
    }

    private ProblemException unknownParameter(String given, String method) {
      return ProblemException.badParameter(shown(given), "unknown", unknown(given, method));
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
                  .map(ours -> "it is called " + ours + " here" + lists(given, ours) + "; ")
                  .or(
                      () ->
                          NameAdvice.header(given, method)
                              .map(header -> "that is said by the header '" + header + "'; "))
                  .orElse("");
      return "is unknown; " + advice + "these exist: " + String.join(", ", known.keySet());
    }

    /** Other APIs have a name of its own for each value of a list. */
    private String lists(String given, String ours) {
      return given.endsWith("]") && known.getOrDefault(ours, false) ? ", and " + LISTS : "";
    }

    /** A name is repeated back to its sender, so it is kept short and on one line. */
    private static String shown(String name) {
      String line = name.replaceAll("\\p{Cntrl}", "?");
      return line.length() <= 40 ? line : line.substring(0, 40);
    }
  }
}
