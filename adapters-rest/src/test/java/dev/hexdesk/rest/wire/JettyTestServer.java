package dev.hexdesk.rest.wire;

import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.RestFeature;
import dev.hexdesk.rest.http.RequestHeadSizeFilter;
import dev.hexdesk.rest.http.RequestIdFilter;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.limits.LimitsFilter;
import dev.hexdesk.rest.limits.RequestLimits;
import dev.hexdesk.rest.request.BodyMemory;
import dev.hexdesk.rest.request.UnknownMethodFilter;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Callers;
import dev.hexdesk.rest.testing.ReplayingExecution;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The desk behind a real Jetty, registered as the server does it. */
public class JettyTestServer extends Application<Configuration> {

  /** An answer's header where JAX-RS gave it. */
  static final String LONG_WAY = "X-Long-Way";

  /** The same without the fast path. */
  public static final class WithoutFastPath extends JettyTestServer {
    @Override
    void addFastPath(Environment environment, RestFeature feature, JsonResponseWriter json) {
      // All goes the long way.
    }
  }

  /** One whose callers may have three reads in a minute. */
  public static final class Frugal extends JettyTestServer {
    @Override
    RequestLimits limits() {
      RequestLimits usual = RequestLimits.STANDARD;
      return new RequestLimits(
          usual.all(),
          usual.caller(),
          usual.kind(),
          usual.costly(),
          new RequestLimits.Budget(60, 20, 20, 20, 20));
    }
  }

  static Configuration configuration() {
    DefaultServerFactory server = new DefaultServerFactory();
    server.setRegisterDefaultExceptionMappers(false);
    server.setApplicationConnectors(List.of(anyPort()));
    server.setAdminConnectors(List.of(anyPort()));
    Set<String> methods = new TreeSet<>(server.getAllowedMethods());
    methods.add(UnknownMethodFilter.UNOFFERED);
    server.setAllowedMethods(methods);
    DefaultLoggingFactory logging = new DefaultLoggingFactory();
    logging.setLevel("WARN");
    Configuration configuration = new Configuration();
    configuration.setLoggingFactory(logging);
    configuration.setServerFactory(server);
    return configuration;
  }

  private static HttpConnectorFactory anyPort() {
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setPort(0);
    connector.setBindHost("127.0.0.1");
    return connector;
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    ApiJson.configure(environment.getObjectMapper());
    RestFeature feature =
        new RestFeature(
            new Callers(),
            TestRules.rolePolicy(),
            new ReplayingExecution(),
            100L << 20,
            new LimitsFilter(limits()),
            new BodyMemory(Long.MAX_VALUE),
            problem -> {});
    JsonResponseWriter json = new JsonResponseWriter(environment.getObjectMapper());
    // What is added later comes first.
    addFastPath(environment, feature, json);
    addFilter(environment, new RequestIdFilter());
    addFilter(environment, new RequestHeadSizeFilter());
    addFilter(environment, new UnknownMethodFilter());
    environment.jersey().register(feature);
    environment.jersey().register(json);
    AllResources.resources().forEach(environment.jersey()::register);
  }

  RequestLimits limits() {
    return RequestLimits.STANDARD;
  }

  void addFastPath(Environment environment, RestFeature feature, JsonResponseWriter json) {
    addFilter(environment, new LongWay());
    addFilter(environment, feature.fastPath(AllResources.resources(), json));
  }

  private static void addFilter(Environment environment, HttpFilter filter) {
    environment
        .servlets()
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }

  private static final class LongWay extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      response.setHeader(LONG_WAY, "yes");
      chain.doFilter(request, response);
    }
  }
}
