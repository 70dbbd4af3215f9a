package dev.hexdesk.rest.limits;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Applies the limits of callers to one resource method. A caller is charged before anything else is
 * done for them. They are let in once their body is there, and leave before their answer is
 * written, so that whoever sends or reads slowly keeps nobody out.
 */
record LimitedExecution(
    RequestCost usual,
    boolean readsBody,
    RequestLimits.Budget budget,
    CallerLimits callers,
    ConcurrencyLimit kind,
    ConcurrencyLimit costly,
    RateHeaders headers)
    implements ContainerRequestFilter, ReaderInterceptor, ContainerResponseFilter {
  private static final Map<String, String> RETRY_AFTER = Map.of("Retry-After", "2");

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
    RequestCost cost = RequestPricing.request(usual, request.getUriInfo());
    Admission admission = charge(callers.of(caller.actor().id().value()), cost, request);
    if (!readsBody) {
      let(admission, cost);
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (readsBody && context.getProperty(Admission.PROPERTY) instanceof Admission admission) {
      let(admission, usual);
    }
    return context.proceed();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(Admission.PROPERTY) instanceof Admission admission) {
      admission.end();
      headers.add(response, admission.missing());
    }
  }

  private Admission charge(
      CallerLimits.Usage usage, RequestCost cost, ContainerRequestContext request) {
    long missing = usage.rate().take(budget.unitsOf(cost), System.nanoTime());
    Admission admission = new Admission(usage, missing);
    request.setProperty(Admission.PROPERTY, admission);
    if (missing > RateLimiter.WINDOW) {
      RefusalDelay.take();
      throw ProblemException.tooManyRequests(
          Duration.ofNanos(missing - RateLimiter.WINDOW),
          "You have asked for as much as one caller may in a minute.");
    }
    return admission;
  }

  private void let(Admission admission, RequestCost cost) {
    if (cost == RequestCost.COSTLY) {
      let(admission, admission.usage().costly(), costly);
    } else {
      let(admission, admission.usage().running(), kind);
    }
  }

  private static void let(Admission admission, ConcurrencyLimit ofCaller, ConcurrencyLimit ofAll) {
    if (!ofCaller.enter()) {
      throw ProblemException.tooManyRequests(
          Duration.ofSeconds(1), "As many of your requests as may are running or waiting.");
    }
    if (!ofAll.enter()) {
      ofCaller.leave();
      throw ProblemException.of(
          ProblemType.UNAVAILABLE,
          "The server has as much of this to do as it takes on at a time.",
          RETRY_AFTER);
    }
    admission.entered(ofCaller, ofAll);
  }
}
