package dev.hexdesk.rest.wire;

import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.RestFeature;
import dev.hexdesk.rest.http.RequestHeadSizeFilter;
import dev.hexdesk.rest.http.RequestIdFilter;
import dev.hexdesk.rest.json.ApiJson;
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
import jakarta.servlet.http.HttpFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The desk behind a real Jetty, registered as the server does it. */
public final class JettyTestServer extends Application<Configuration> {

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
    addFilter(environment, new RequestIdFilter());
    addFilter(environment, new RequestHeadSizeFilter());
    addFilter(environment, new UnknownMethodFilter());
    environment
        .jersey()
        .register(new RestFeature(new Callers(), TestRules.rolePolicy(), new ReplayingExecution()));
    AllResources.resources().forEach(environment.jersey()::register);
  }

  private static void addFilter(Environment environment, HttpFilter filter) {
    environment
        .servlets()
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }
}
