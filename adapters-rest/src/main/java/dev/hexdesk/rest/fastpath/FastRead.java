package dev.hexdesk.rest.fastpath;

import dev.hexdesk.rest.http.RouteTemplates;
import dev.hexdesk.rest.request.IdConverters;
import dev.hexdesk.rest.request.ParameterInjection;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ParamConverter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.jspecify.annotations.Nullable;

/**
 * A resource method that reads, with all that JAX-RS does around it.
 *
 * @param resource whose method it is
 * @param template the path, such as {@code /api/v1/tickets/{id}}
 * @param before the filters of a request
 * @param arguments of the method, in its order
 * @param after the filters of an answer
 */
record FastRead(
    Object resource,
    Method method,
    String template,
    List<ContainerRequestFilter> before,
    List<Function<ContainerRequest, ? extends @Nullable Object>> arguments,
    List<ContainerResponseFilter> after) {
  private static final String ID = "{id}";

  FastRead {
    before = List.copyOf(before);
    arguments = List.copyOf(arguments);
    after = List.copyOf(after);
  }

  /**
   * @param features whose filters JAX-RS has for the method
   */
  static FastRead of(
      Object resource, Method method, Collection<? extends DynamicFeature> features) {
    if (method.getReturnType() != Response.class) {
      throw new IllegalArgumentException(method + " must return a whole response");
    }
    MethodFilters filters = MethodFilters.of(resource.getClass(), method, features);
    return new FastRead(
        resource,
        method,
        RouteTemplates.templateOf(resource.getClass(), method),
        filters.ofRequests(),
        Arrays.stream(method.getParameters()).map(FastRead::argument).toList(),
        filters.ofAnswers());
  }

  private static Function<ContainerRequest, ? extends @Nullable Object> argument(
      Parameter parameter) {
    Function<ContainerRequest, ? extends @Nullable Object> argument = null;
    if (parameter.isAnnotationPresent(Auth.class)) {
      argument = request -> request.getSecurityContext().getUserPrincipal();
    } else if (parameter.isAnnotationPresent(PathParam.class)) {
      argument = id(parameter.getType());
    } else if (parameter.isAnnotationPresent(BeanParam.class)) {
      argument = ParameterInjection.bean(parameter.getType());
    } else if (parameter.isAnnotationPresent(Context.class)) {
      argument = ParameterInjection.part(parameter.getType());
    } else if (parameter.isAnnotationPresent(QueryParam.class)
        && parameter.getType() == String.class) {
      String name = parameter.getAnnotation(QueryParam.class).value();
      argument = request -> request.getUriInfo().getQueryParameters().getFirst(name);
    }
    if (argument == null) {
      throw new IllegalArgumentException(
          parameter.getDeclaringExecutable()
              + " takes what the fast path can't give: "
              + parameter);
    }
    return argument;
  }

  private static @Nullable Function<ContainerRequest, ?> id(Class<?> type) {
    ParamConverter<?> converter = new IdConverters().getConverter(type, type, new Annotation[0]);
    if (converter == null) {
      return null;
    }
    return request -> {
      String path = request.getRequestUri().getRawPath();
      return converter.fromString(path.substring(path.lastIndexOf('/') + 1));
    };
  }

  /** Whether the path ends with an id. */
  boolean takesId() {
    return template.endsWith(ID);
  }

  /** The path without the id. */
  String path() {
    return takesId() ? template.substring(0, template.length() - ID.length()) : template;
  }

  /** Lets a request through the filters, and calls the method; refusals are thrown. */
  ContainerResponse answer(ContainerRequest request) throws IOException {
    for (ContainerRequestFilter filter : before) {
      filter.filter(request);
    }
    @Nullable Object[] values = new @Nullable Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).apply(request);
    }
    try {
      return new ContainerResponse(request, (Response) method.invoke(resource, values));
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (IllegalAccessException notPublic) {
      throw new IllegalStateException(notPublic);
    }
  }

  /** Has the filters complete an answer. */
  void complete(ContainerRequest request, ContainerResponse answer) throws IOException {
    for (ContainerResponseFilter filter : after) {
      filter.filter(request, answer);
    }
  }
}
