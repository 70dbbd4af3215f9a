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
            throw ProblemException.badParameter(shown(given), "unknown", unknown());
          }
        }
      }
    }

    private static FormParameters read(String query) {
      try {
        return FormParameters.read(query);
      } catch (FormParameters.Unreadable unreadable) {
        throw ProblemException.badParameter(
            shown(unreadable.parameter()), unreadable.code(), unreadable.reason());
      }
    }

    private String unknown() {
      return known.isEmpty()
          ? "is unknown: there are none here"
          : "is unknown; these exist: " + String.join(", ", known);
    }

    /** A name is repeated back to its sender, so it is kept short and on one line. */
    private static String shown(String name) {
      String line = name.replaceAll("\\p{Cntrl}", "?");
      return line.length() <= 40 ? line : line.substring(0, 40);
    }
  }
}
