package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Application;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A server that runs by the template itself, its ports and log folder aside. */
@Isolated("A server that starts meanwhile would take the log that it reads.")
class ServerOfTemplateTest {
  private static final String LINE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (ERROR|WARN |INFO ) \\[[A-Za-z0-9 -]+\\]"
          + " \\S+: .*";
  private static final String FORGED = "2026-01-01T00:00:00.000Z INFO  [-] forged: all is well";

  @TempDir static java.nio.file.Path folder;

  private static List<String> log;
  private static List<String> errors;
  private static List<String> requests;
  private static boolean onVirtualThread;
  private static DefaultServerFactory server;

  /** Logs what an attacker would like to see there. */
  @Path("/provoke")
  public static final class Provocation {
    @GET
    public Response provoke() {
      onVirtualThread = Thread.currentThread().isVirtual();
      MDC.put("request_id", "id-17");
      LoggerFactory.getLogger("test").info("hello {}", "\r\n" + FORGED + "\n" + FORGED);
      LoggerFactory.getLogger("test")
          .error("ouch", new IllegalStateException("why\n" + FORGED + "\r" + FORGED));
      MDC.put("trace_id", "trace-4");
      LoggerFactory.getLogger("test").info("traced");
      MDC.remove("trace_id");
      MDC.remove("request_id");
      return Response.noContent().header("X-Request-Id", "id-17").build();
    }

    @GET
    @Path("/traced")
    public Response traced() {
      return Response.noContent().header("traceresponse", "00-4-5-00").build();
    }
  }

  /** As little of an application as there can be. */
  public static final class Bare extends Application<HexdeskConfiguration> {
    @Override
    public void initialize(Bootstrap<HexdeskConfiguration> bootstrap) {
      bootstrap.setConfigurationFactoryFactory(HexdeskConfigurationFactory.within(Map.of()));
    }

    @Override
    public void run(HexdeskConfiguration configuration, Environment environment) {
      server = (DefaultServerFactory) configuration.getServerFactory();
      environment.jersey().register(new Provocation());
    }
  }

  @BeforeAll
  static void run() throws Exception {
    java.nio.file.Path file = folder.resolve("config.yml");
    ConfigurationFile.ensure(file);
    Files.writeString(
        file, Files.readString(file).replace("${HEXDESK_LOGS:-logs}", folder.toString()));
    DropwizardTestSupport<HexdeskConfiguration> support =
        new DropwizardTestSupport<>(
            Bare.class,
            file.toString(),
            ConfigOverride.config("server.applicationConnectors[0].port", "0"),
            ConfigOverride.config("server.adminConnectors[0].port", "0"),
            ConfigOverride.config("logging.appenders[0].threshold", "OFF"));
    support.before();
    try {
      URI uri = URI.create("http://127.0.0.1:" + support.getLocalPort() + "/provoke?phone=%2B380");
      try (HttpClient client = HttpClient.newHttpClient()) {
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
        client.send(
            HttpRequest.newBuilder(uri.resolve("/provoke/traced")).build(),
            HttpResponse.BodyHandlers.discarding());
        URI unreadable = URI.create(uri.resolve("/elsewhere") + "?phone=%FF%FE");
        client.send(
            HttpRequest.newBuilder(unreadable).build(), HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      support.after();
    }
    log = Files.readAllLines(folder.resolve("hexdesk.log"));
    errors = Files.readAllLines(folder.resolve("hexdesk-errors.log"));
    requests = Files.readAllLines(folder.resolve("requests.log"));
  }

  @Test
  void startsEveryLineWithATimeOrAnExclamationMark() {
    assertThat(log).isNotEmpty().allMatch(line -> line.matches(LINE) || line.startsWith("! "));
    assertThat(log).noneMatch(line -> line.startsWith("2026-01-01"));
  }

  @Test
  void tellsTheRequestOnEachOfItsLines() {
    assertThat(log).anyMatch(line -> line.contains(" INFO  [id-17] test: hello " + " " + FORGED));
    assertThat(log).anyMatch(line -> line.contains(" ERROR [id-17] test: ouch"));
  }

  @Test
  void tellsTheTraceBesideTheRequest() {
    assertThat(log).anyMatch(line -> line.contains(" INFO  [id-17 trace-4] test: traced"));
    assertThat(requests.get(1)).matches(".* GET /provoke/traced 204 .* ms 00-4-5-00");
  }

  @Test
  void keepsErrorsInAFileOfTheirOwn() {
    assertThat(errors).first().asString().contains(" ERROR [id-17] test: ouch");
    assertThat(errors.subList(1, errors.size())).isNotEmpty().allMatch(l -> l.startsWith("! "));
  }

  @Test
  void logsRequestsWithoutTheirQuery() {
    assertThat(requests)
        .first()
        .asString()
        .matches("\\d{4}-\\S+Z \\[id-17] 127\\.0\\.0\\.1 GET /provoke 204 \\S+ bytes \\d+ ms");
  }

  @Test
  void logsRequestsWhoseQueryCannotBeReadToo() {
    assertThat(requests).hasSize(3);
    assertThat(requests.getLast()).contains(" GET /elsewhere 404 ").doesNotContain("%FF");
  }

  @Test
  void handlesRequestsOnVirtualThreads() {
    assertThat(onVirtualThread).isTrue();
  }

  @Test
  void leavesErrorsToMappersOfOurOwn() {
    assertThat(server.getRegisterDefaultExceptionMappers()).isFalse();
  }
}
