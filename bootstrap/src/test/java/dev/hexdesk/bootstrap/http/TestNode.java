package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.rest.json.ApiJson;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.ConnectorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** What stands behind a proxy: Jetty with Hexdesk's connectors, telling what it was asked. */
final class TestNode extends Handler.Abstract implements AutoCloseable {
  static final String TOLD = "X-Told-";

  /** What each answer ends with. */
  static final String END = "x\"}";

  private final AtomicInteger answered = new AtomicInteger();
  private final Server server = new Server();
  private final int status;

  private TestNode(int status) {
    this.status = status;
  }

  /** A node whose connector is configured so, and which answers everything with that status. */
  static TestNode start(Path folder, String connector, int status) throws Exception {
    return start(
        folder, connector, status, TrustedProxies.of(List.of("127.0.0.1", TrustedProxies.UNIX)));
  }

  static TestNode start(Path folder, String connector, int status, TrustedProxies proxies)
      throws Exception {
    return start(folder, connector, status, new ForwardedRequests(proxies));
  }

  static TestNode start(Path folder, String connector, int status, LifeCycle.Listener listener)
      throws Exception {
    TestNode node = new TestNode(status);
    node.server.addConnector(
        connector(folder, connector)
            .build(node.server, new MetricRegistry(), "application", node.server.getThreadPool()));
    node.server.addEventListener(listener);
    node.server.setHandler(node);
    node.server.setErrorHandler(
        new ProblemErrorHandler(ApiJson.configure(new ObjectMapper()), problem -> {}));
    node.server.start();
    return node;
  }

  static ConnectorFactory connector(Path folder, String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("connector.yml"), yaml);
    return new YamlConfigurationFactory<>(
            ConnectorFactory.class, Validators.newValidator(), Jackson.newObjectMapper(), "test")
        .build(new FileConfigurationSourceProvider(), file.toString());
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  int answered() {
    return answered.get();
  }

  /** Stops listening, so that whoever wants to connect is refused. */
  @Override
  public void close() throws Exception {
    server.stop();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    answered.incrementAndGet();
    long read = read(request);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.ETAG, "\"7\"");
    tell(response, "Address", request.getHttpURI().asString());
    tell(response, "Read", String.valueOf(read));
    tell(response, "Client", Request.getRemoteAddr(request));
    tell(response, "Request-Id", request.getHeaders().get("X-Request-Id"));
    tell(response, "Forwarded", request.getHeaders().get("Forwarded"));
    response.getHeaders().put("X-Request-Id", "the application's own");
    response.write(true, UTF_8.encode("{\"told\":\"" + "x".repeat(2_000) + END), callback);
    return true;
  }

  private static long read(Request request) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void tell(Response response, String what, @Nullable String value) {
    response.getHeaders().put(TOLD + what, value == null ? "none" : value);
  }
}
