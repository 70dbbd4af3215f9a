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
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses query parameters that a resource does not have, that are given twice, and that can't be
 * read without guessing.
 */
public final class StrictQueryFilter implements DynamicFeature {
  /** Parameters that take several values, separated by commas. */
  private static final Set<String> LISTS = Set.of("status", "priority", "tag", "fields", "expand");

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Set<String> known = new TreeSet<>();
    Method method = resource.getResourceMethod();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        known.add(parameter.getAnnotation(QueryParam.class).value());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        addFields(parameter.getType(), known);
      }
    }
    context.register(new Check(known), Priorities.USER);
  }

  private static void addFields(Class<?> parameters, Set<String> known) {
    for (Class<?> type = parameters; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(QueryParam.class)) {
          known.add(field.getAnnotation(QueryParam.class).value());
        }
      }
    }
  }

  /** The parameters of one resource method. */
  @Priority(Priorities.USER)
  private record Check(Set<String> known) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals(HttpMethod.OPTIONS)) {
        return; // It asks what the resource offers, whatever would be asked of that.
      }
      String query = request.getUriInfo().getRequestUri().getRawQuery();
      if (query != null) {
        for (String given : read(query).names()) {
          if (!known.contains(given)) {
            throw ProblemException.badParameter(
                shown(given), "unknown", unknown(given, request.getMethod()));
          }
        }
      }
    }

    private static FormParameters read(String query) {
      try {
        return FormParameters.read(query);
      } catch (FormParameters.Unreadable unreadable) {
        String name = unreadable.parameter();
        boolean separable =
            unreadable.code().equals(FormParameters.REPEATED) && LISTS.contains(name);
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
              : NameAdvice.meant(given, known)
                  .map(ours -> "it is called " + ours + " here; ")
                  .or(
                      () ->
                          NameAdvice.header(given, method)
                              .map(header -> "that is said by the header '" + header + "'; "))
                  .orElse("");
      return "is unknown; " + advice + "these exist: " + String.join(", ", known);
    }

    /** A name is repeated back to its sender, so it is kept short and on one line. */
    private static String shown(String name) {
      String line = name.replaceAll("\\p{Cntrl}", "?");
      return line.length() <= 40 ? line : line.substring(0, 40);
    }
  }
}
