package dev.hexdesk.rest;

import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.rest.fastpath.FastPathFailure;
import dev.hexdesk.rest.fastpath.FastPathFilter;
import dev.hexdesk.rest.http.CacheHeadersFilter;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.http.RouteTemplates;
import dev.hexdesk.rest.idempotency.IdempotencyFeature;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.limits.AdmissionEnd;
import dev.hexdesk.rest.limits.LimitsFilter;
import dev.hexdesk.rest.limits.RequestLimits;
import dev.hexdesk.rest.problem.ProblemMapper;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.AcceptListFilter;
import dev.hexdesk.rest.request.AcceptedTypesFilter;
import dev.hexdesk.rest.request.BodyFilter;
import dev.hexdesk.rest.request.BodyMemory;
import dev.hexdesk.rest.request.ContentTypeFilter;
import dev.hexdesk.rest.request.IdConverters;
import dev.hexdesk.rest.request.ParameterInjection;
import dev.hexdesk.rest.request.StrictPathFilter;
import dev.hexdesk.rest.request.StrictQueryFilter;
import dev.hexdesk.rest.request.UnreadBodyFilter;
import dev.hexdesk.rest.security.BearerAuthenticator;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.PermissionFilter;
import dev.hexdesk.rest.transfer.PromptAnswerFilter;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that holds for every resource: who is calling, what may be asked, how errors are answered.
 * The server must not register exception mappers of its own besides, and must give JAX-RS a mapper
 * that {@link dev.hexdesk.rest.json.ApiJson} configured.
 *
 * @param largestFile how many bytes an imported file may have
 * @param limits what callers may take of the server
 * @param bodies what all other bodies are held in
 * @param problems told of each problem that is answered
 */
public record RestFeature(
    AuthenticateToken tokens,
    RolePolicy policy,
    IdempotentExecution once,
    long largestFile,
    LimitsFilter limits,
    BodyMemory bodies,
    Consumer<ProblemType> problems)
    implements Feature {
  private static final long LARGEST_FILE = 100L << 20;

  public RestFeature(AuthenticateToken tokens, RolePolicy policy, IdempotentExecution once) {
    this(
        tokens,
        policy,
        once,
        LARGEST_FILE,
        new LimitsFilter(RequestLimits.STANDARD),
        new BodyMemory(Long.MAX_VALUE),
        problem -> {});
  }

  @Override
  public boolean configure(FeatureContext context) {
    ofMethods().forEach(context::register);
    List.of(
            new ProblemMapper(problems),
            new ForwardedPrefix(),
            new StrictPathFilter(),
            new ContentTypeFilter(),
            new AcceptListFilter(),
            new AcceptedTypesFilter(),
            new FastPathFailure(),
            new AuthValueFactoryProvider.Binder<>(Caller.class),
            new AdmissionEnd(),
            new IdConverters(),
            new ParameterInjection.Binder(),
            BodyFilter.ofMethods(largestFile, bodies),
            new IdempotencyFeature(once),
            new UnreadBodyFilter(),
            new CacheHeadersFilter(),
            new PromptAnswerFilter())
        .forEach(context::register);
    return true;
  }

  /** What decides of a resource method who may call it, how often, and what they may ask. */
  private List<DynamicFeature> ofMethods() {
    return List.of(
        new RouteTemplates(),
        new AuthDynamicFeature(new BearerAuthenticator(tokens)),
        limits,
        new PermissionFilter(policy),
        new StrictQueryFilter());
  }

  /**
   * The filter in front of JAX-RS that answers frequent reads by the same rules.
   *
   * @param resources as JAX-RS has them
   * @param json as JAX-RS has it
   */
  public FastPathFilter fastPath(Collection<?> resources, JsonResponseWriter json) {
    return new FastPathFilter(resources, ofMethods(), json);
  }
}
