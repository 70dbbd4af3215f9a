package dev.hexdesk.rest.limits;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets callers have their share of the server and no more, whatever they ask for that needs a
 * caller. Each method has an {@link LimitedExecution}, right behind the filter that makes callers
 * known.
 */
public final class LimitsFilter implements DynamicFeature {
  /** Bodies are whole by then: nobody waits for slow ones. */
  private static final int AFTER_THE_BODY = Priorities.USER + 2;

  private final RequestLimits limits;
  private final CallerLimits callers;
  private final ConcurrencyLimit costly;
  private final RateHeaders headers;
  private final Map<String, ConcurrencyLimit> kinds = new ConcurrentHashMap<>();

  public LimitsFilter(RequestLimits limits) {
    this.limits = limits;
    this.callers = new CallerLimits(limits);
    this.costly = new ConcurrencyLimit(limits.costly());
    this.headers = new RateHeaders(limits.budget().unitsPerMinute());
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    boolean isSecured =
        Arrays.stream(resource.getResourceMethod().getParameters())
            .anyMatch(parameter -> parameter.isAnnotationPresent(Auth.class));
    if (isSecured) {
      RequestCost usual = RequestPricing.method(resource);
      context.register(
          new LimitedExecution(
              usual,
              readsBody(resource),
              limits.budget(),
              callers,
              kind(resource, usual),
              costly,
              headers),
          Map.of(
              ContainerRequestFilter.class,
              Priorities.AUTHENTICATION + 1,
              ContainerResponseFilter.class,
              Priorities.USER,
              ReaderInterceptor.class,
              AFTER_THE_BODY));
    }
  }

  /** Whether it has a parameter that nothing but the body can be meant for. */
  private static boolean readsBody(ResourceInfo resource) {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .anyMatch(parameter -> parameter.getAnnotations().length == 0);
  }

  private ConcurrencyLimit kind(ResourceInfo resource, RequestCost cost) {
    if (cost == RequestCost.TRANSFER) {
      return ConcurrencyLimit.NONE;
    }
    String name =
        resource.getResourceClass().getName() + (cost == RequestCost.WRITE ? " writes" : " reads");
    return kinds.computeIfAbsent(name, ignored -> new ConcurrencyLimit(limits.kind()));
  }
}
