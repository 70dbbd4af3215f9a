package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.rest.RestFeature;
import dev.hexdesk.rest.http.RequestId;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.limits.LimitsFilter;
import dev.hexdesk.rest.limits.RequestLimits;
import dev.hexdesk.rest.request.BodyMemory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.DropwizardResourceConfig;
import io.dropwizard.jersey.jackson.JacksonFeature;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.slf4j.MDC;

/**
 * The API without a network: resources on stub ports, behind all that holds for every resource.
 * Every answer is held against the API document before a test sees it.
 */
public final class Api {
  /** Where all calls come from. */
  public static final String CLIENT = "192.0.2.1";

  private static final long LARGEST_FILE = 1 << 20;
  private static final URI BASE = URI.create("http://desk.example/");
  private static final String REQUEST_ID = "7f3c9a52-1f0e-4d1b-9a53-6c1f6f0b2a11";

  private static final ObjectMapper JSON = ApiJson.configure(Jackson.newObjectMapper());

  private final ApplicationHandler handler;

  private Api(ApplicationHandler handler) {
    this.handler = handler;
  }

  /** The resources, for the callers of {@link Callers}. */
  public static Api of(Object... resources) {
    return of(new Callers(), TestRules.rolePolicy(), resources);
  }

  public static Api of(AuthenticateToken tokens, RolePolicy policy, Object... resources) {
    return of(tokens, policy, new ReplayingExecution(), resources);
  }

  public static Api of(
      AuthenticateToken tokens, RolePolicy policy, IdempotentExecution once, Object... resources) {
    return of(new RestFeature(tokens, policy, once), resources);
  }

  /** The resources, where callers may take so much and no more. */
  public static Api of(RequestLimits limits, Object... resources) {
    return of(
        new RestFeature(
            new Callers(),
            TestRules.rolePolicy(),
            new ReplayingExecution(),
            LARGEST_FILE,
            new LimitsFilter(limits),
            new BodyMemory(Long.MAX_VALUE),
            problem -> {}),
        resources);
  }

  private static Api of(RestFeature feature, Object... resources) {
    DropwizardResourceConfig config = DropwizardResourceConfig.forTesting();
    config.register(new JacksonFeature(JSON));
    config.register(new JsonResponseWriter(JSON));
    config.register(feature);
    config.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(servletRequest()).to(HttpServletRequest.class);
          }
        });
    for (Object resource : resources) {
      config.register(resource);
    }
    return new Api(new ApplicationHandler(config));
  }

  /** What resources ask the servlet container for, and no more. */
  private static HttpServletRequest servletRequest() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Api.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRemoteAddr")) {
                return CLIENT;
              }
              throw new UnsupportedOperationException(method.toString());
            });
  }

  public Call get(String target) {
    return call("GET", target);
  }

  public Call post(String target) {
    return call("POST", target);
  }

  public Call put(String target) {
    return call("PUT", target);
  }

  public Call patch(String target) {
    return call("PATCH", target);
  }

  public Call delete(String target) {
    return call("DELETE", target);
  }

  public Call call(String method, String target) {
    return new Call(this, method, target);
  }

  /** Plays the servlet container and the filter that gives each request its id. */
  TestResponse answer(Call call) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve(call.target()),
            call.method(),
            null,
            new MapPropertiesDelegate(),
            handler.getConfiguration());
    call.headers().forEach(header -> request.getHeaders().add(header.name(), header.value()));
    request.setEntityStream(new ByteArrayInputStream(call.body().orElseGet(() -> new byte[0])));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (MDC.MDCCloseable ignored = MDC.putCloseable(RequestId.LOG_KEY, REQUEST_ID)) {
      ContainerResponse response = handler.apply(request, body).get();
      response.getHeaders().putSingle(RequestId.HEADER, REQUEST_ID);
      TestResponse answer =
          new TestResponse(
              call.method(),
              URI.create(call.target()),
              call.body(),
              response.getStatus(),
              response.getStringHeaders(),
              body.toByteArray());
      ServedDocument.CONTRACT.verify(answer);
      return answer;
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
