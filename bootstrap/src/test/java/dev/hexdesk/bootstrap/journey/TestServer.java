package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.HexdeskApplication;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.command.ServeCommand;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/** A running server, as its clients and its operator come to it. */
public final class TestServer implements AutoCloseable {
  private static final Map<String, String> NO_HEADERS = Map.of();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final Console console;
  private final Installation installation;
  private final DropwizardTestSupport<HexdeskConfiguration> server;
  private final ServerFixture given = new ServerFixture(this);

  private TestServer(Installation installation) {
    this.installation = installation;
    PrintStream print = new PrintStream(results, true, StandardCharsets.UTF_8);
    this.console = new Console(print, print);
    this.server =
        new DropwizardTestSupport<>(
            HexdeskApplication.class,
            installation.configuration().toString(),
            (String) null,
            application -> new ServeCommand((HexdeskApplication) application, console)) {
          @Override
          public Application<HexdeskConfiguration> newApplication() {
            return new HexdeskApplication(console);
          }
        };
  }

  /** Starts one server after the other, as each sets up the logging of the whole JVM. */
  public static synchronized TestServer start(Installation installation) throws Exception {
    TestServer desk = new TestServer(installation);
    desk.server.before();
    return desk;
  }

  Installation installation() {
    return installation;
  }

  HexdeskConfiguration configuration() {
    return server.getConfiguration();
  }

  /** The names of the filters in front of the resources. */
  List<String> filters() {
    return Arrays.stream(
            server.getEnvironment().getApplicationContext().getServletHandler().getFilters())
        .map(FilterHolder::getName)
        .toList();
  }

  /** What the server has told its operator since it started. */
  String console() {
    return results.toString(StandardCharsets.UTF_8);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Somebody without a token, at the API. */
  TestClient asNobody() {
    return new TestClient(client, root().resolve("/api/v1"), NO_HEADERS);
  }

  public TestClient as(Person person) {
    return asNobody().with("Authorization", "Bearer " + person.token());
  }

  /** What Prometheus would read at this moment of a metric that has no labels. */
  double metric(String name) {
    return atAdminPort()
        .with("Accept", "text/plain")
        .get("/metrics")
        .expect(200)
        .text()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  /** Returns when a metric has this value. */
  void awaitMetric(String name, double value) {
    while (metric(name) != value) {
      Thread.onSpinWait();
    }
  }

  /** Somebody at the top of the application's port. */
  TestClient atRoot() {
    return new TestClient(client, root(), NO_HEADERS);
  }

  /** The operator at the admin port. */
  TestClient atAdminPort() {
    return new TestClient(client, localhost(server.getAdminPort()), NO_HEADERS);
  }

  public URI root() {
    return localhost(port());
  }

  private static URI localhost(int port) {
    return URI.create("http://localhost:" + port);
  }

  /** Asks for a token, with the scopes named or with none. */
  ServerResponse token(String username, String password, String... scopes) {
    Map<String, String> form =
        scopes.length == 0
            ? Map.of("username", username, "password", password)
            : Map.of("username", username, "password", password, "scope", String.join(" ", scopes));
    return asNobody().postForm("/token", form);
  }

  /** Logs in somebody who can. */
  public Person login(String username, String password, String... scopes) {
    String token = token(username, password, scopes).expect(200).text("access_token");
    Person person = new Person(0, username, password, token);
    return new Person(as(person).get("/me").expect(200).id(), username, password, token);
  }

  public ServerFixture given() {
    return given;
  }

  /** Ends it, and leaves all that it has kept. */
  Installation stop() {
    server.after();
    client.close();
    return installation;
  }

  @Override
  public void close() throws Exception {
    stop().delete();
  }
}
