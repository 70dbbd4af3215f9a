package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.paging.SortParameter;
import dev.hexdesk.rest.request.InstantParameter;
import io.dropwizard.auth.Auth;
import io.swagger.v3.core.util.ParameterProcessor;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.integration.api.OpenAPIConfiguration;
import io.swagger.v3.oas.models.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of resource methods as the server does: what it provides itself is none of
 * the client's, and a bean's private fields are parameters each.
 */
final class ResourceReader extends Reader {

  ResourceReader(OpenAPIConfiguration configuration) {
    super(configuration);
  }

  @Override
  protected ResolvedParameter getParameters(
      Type type,
      List<Annotation> annotations,
      Operation operation,
      @Nullable Consumes ofClass,
      @Nullable Consumes ofMethod,
      @Nullable JsonView view) {
    if (has(annotations, Auth.class) || has(annotations, Context.class)) {
      return new ResolvedParameter();
    }
    if (!has(annotations, BeanParam.class)) {
      return super.getParameters(type, described(annotations), operation, ofClass, ofMethod, view);
    }
    ResolvedParameter all = new ResolvedParameter();
    for (Class<?> bean : fromTheRoot(TypeFactory.rawClass(type))) {
      for (Field field : bean.getDeclaredFields()) {
        if (field.isAnnotationPresent(QueryParam.class)) {
          List<Annotation> own = described(List.of(field.getAnnotations()));
          var read = super.getParameters(wireType(field), own, operation, ofClass, ofMethod, view);
          tellOrders(field, read);
          tellMeaning(field, read);
          all.parameters.addAll(read.parameters);
        }
      }
    }
    return all;
  }

  private static void tellOrders(Field field, ResolvedParameter read) {
    SortParameter sort = field.getAnnotation(SortParameter.class);
    if (sort != null) {
      read.parameters.forEach(
          parameter -> parameter.getSchema().setEnum(PageParameters.orders(sort.value())));
    }
  }

  private static void tellMeaning(Field field, ResolvedParameter read) {
    InstantParameter moment = field.getAnnotation(InstantParameter.class);
    if (moment != null) {
      read.parameters.forEach(parameter -> parameter.setDescription(moment.value()));
    }
  }

  /** With what annotations that describe a parameter everywhere alike bear themselves. */
  private static List<Annotation> described(List<Annotation> annotations) {
    return annotations.stream()
        .flatMap(each -> Stream.of(each, each.annotationType().getAnnotation(Parameter.class)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What the annotation says that the text stands for. */
  private static Type wireType(Field field) {
    Type declared = ParameterProcessor.getParameterType(field.getAnnotation(Parameter.class), true);
    return declared == null ? field.getType() : declared;
  }

  private static Deque<Class<?>> fromTheRoot(Class<?> bean) {
    Deque<Class<?>> classes = new ArrayDeque<>();
    for (Class<?> each = bean; each != Object.class; each = each.getSuperclass()) {
      classes.addFirst(each);
    }
    return classes;
  }

  private static boolean has(List<Annotation> annotations, Class<? extends Annotation> wanted) {
    return annotations.stream().anyMatch(wanted::isInstance);
  }
}
