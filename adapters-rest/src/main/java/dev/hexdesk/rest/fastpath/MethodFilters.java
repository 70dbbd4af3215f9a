package dev.hexdesk.rest.fastpath;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The filters that JAX-RS would have for one resource method: what dynamic features register for
 * it, in the order of their priorities (Jakarta RESTful Web Services 3.1, section 6.6).
 */
final class MethodFilters implements FeatureContext {
  private final List<Registered> all = new ArrayList<>();

  private record Registered(Object component, Map<Class<?>, Integer> priorities) {
    int priority(Class<?> contract) {
      Integer said = priorities.get(contract);
      if (said != null) {
        return said;
      }
      Priority annotated = component.getClass().getAnnotation(Priority.class);
      return annotated == null ? Priorities.USER : annotated.value();
    }
  }

  private record Target(Class<?> resource, Method method) implements ResourceInfo {
    @Override
    public Method getResourceMethod() {
      return method;
    }

    @Override
    public Class<?> getResourceClass() {
      return resource;
    }
  }

  static MethodFilters of(
      Class<?> resource, Method method, Collection<? extends DynamicFeature> features) {
    MethodFilters filters = new MethodFilters();
    features.forEach(feature -> feature.configure(new Target(resource, method), filters));
    return filters;
  }

  /** In the order in which they see a request. */
  List<ContainerRequestFilter> ofRequests() {
    return of(
        ContainerRequestFilter.class,
        Comparator.comparingInt(it -> it.priority(ContainerRequestFilter.class)));
  }

  /** In the order in which they see an answer. */
  List<ContainerResponseFilter> ofAnswers() {
    Comparator<Registered> ascending =
        Comparator.comparingInt(it -> it.priority(ContainerResponseFilter.class));
    return of(ContainerResponseFilter.class, ascending.reversed());
  }

  private <F> List<F> of(Class<F> contract, Comparator<Registered> order) {
    return all.stream()
        .filter(it -> contract.isInstance(it.component()))
        .sorted(order)
        .map(it -> contract.cast(it.component()))
        .toList();
  }

  private MethodFilters add(Object component, Map<Class<?>, Integer> priorities) {
    all.add(new Registered(component, priorities));
    return this;
  }

  @Override
  public FeatureContext register(Object component) {
    return add(component, Map.of());
  }

  @Override
  public FeatureContext register(Object component, int priority) {
    return add(
        component,
        Map.of(ContainerRequestFilter.class, priority, ContainerResponseFilter.class, priority));
  }

  @Override
  public FeatureContext register(Object component, Map<Class<?>, Integer> contracts) {
    return add(component, contracts);
  }

  @Override
  public FeatureContext register(Object component, Class<?>... contracts) {
    throw unsupported();
  }

  @Override
  public FeatureContext register(Class<?> component) {
    throw unsupported();
  }

  @Override
  public FeatureContext register(Class<?> component, int priority) {
    throw unsupported();
  }

  @Override
  public FeatureContext register(Class<?> component, Class<?>... contracts) {
    throw unsupported();
  }

  @Override
  public FeatureContext register(Class<?> component, Map<Class<?>, Integer> contracts) {
    throw unsupported();
  }

  @Override
  public FeatureContext property(String name, Object value) {
    throw unsupported();
  }

  @Override
  public Configuration getConfiguration() {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("The fast path takes filters that are objects");
  }
}
