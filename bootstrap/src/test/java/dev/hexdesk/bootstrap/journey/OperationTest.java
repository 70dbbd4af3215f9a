package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.bootstrap.http.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator sees and does of a server that runs with the logs that the guide shows. */
@Timeout(300)
class OperationTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String LOGGER = "org.eclipse.jetty.ee10.servlet";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Installation installation;
  private static Program.Serving server;

  @BeforeAll
  static void serve() throws Exception {
    installation = Installation.prepared();
    Files.writeString(
        installation.configuration(),
        """
        dataFolder: %s
        setupFile: %s
        tokens: {secret: a-secret-that-is-long-enough-for-it}
        passwords: {argon2: {memoryKibibytes: 256}}
        """
                .formatted(installation.data(), installation.setup())
            + OperatorsGuide.block("yaml", "access-json")
                .replace(
                    "server:\n",
                    """
                    server:
                      applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
                      adminConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
                    """
                        .formatted(FreePort.next())));
    server = Program.serve(installation);
  }

  @AfterAll
  static void end() throws Exception {
    server.close();
    CLIENT.close();
    installation.delete();
  }

  private static TestClient api() {
    return new TestClient(
        CLIENT, URI.create("http://localhost:" + server.port() + "/api/v1"), Map.of());
  }

  /** The first line of JSON that is like that; logs are written a moment later. */
  private static JsonNode awaitLine(Predicate<JsonNode> wanted) {
    Instant deadline = Instant.now().plus(TIMEOUT);
    while (Instant.now().isBefore(deadline)) {
      Optional<JsonNode> found =
          server
              .printed()
              .toString()
              .lines()
              .filter(line -> line.startsWith("{") && line.endsWith("}"))
              .map(OperationTest::json)
              .filter(wanted)
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new AssertionError("No such line in " + server.printed());
  }

  private static JsonNode json(String line) {
    try {
      return Json.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  @Test
  void requestsAreLinesOfJsonWithTheirIdAndTrace() {
    ServerResponse answer =
        api()
            .with("X-Request-Id", "of-a-trace")
            .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .get("/health")
            .expect(200);

    assertThat(answer.header("traceresponse")).startsWith("00-" + TRACE + "-");
    JsonNode line =
        awaitLine(it -> it.at("/responseHeaders/X-Request-Id").asText().equals("of-a-trace"));
    assertThat(line.path("method").asText()).isEqualTo("GET");
    assertThat(line.path("uri").asText()).isEqualTo("/api/v1/health");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.at("/responseHeaders/traceresponse").asText())
        .isEqualTo(answer.header("traceresponse"));
  }

  @Test
  void aMalformedTraceCountsForNothing() {
    assertThat(
            api()
                .with("traceparent", "00-" + TRACE + "-0-01")
                .get("/health")
                .expect(200)
                .headers()
                .map())
        .doesNotContainKey("traceresponse");
  }

  @Test
  void aLogLevelIsChangedWhileTheServerRuns() throws Exception {
    Program.Ended changed =
        Program.run(installation, "log-level", LOGGER, "debug", "--minutes", "15");
    assertThat(changed.code()).as(changed.messages()).isZero();
    assertThat(changed.results()).contains(LOGGER + " logs at DEBUG for 15 min.");

    api()
        .with("X-Request-Id", "looked-at")
        .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .get("/health")
        .expect(200);

    JsonNode line =
        awaitLine(
            it ->
                it.path("level").asText().equals("DEBUG")
                    && it.path("request_id").asText().equals("looked-at"));
    assertThat(line.path("trace_id").asText()).isEqualTo(TRACE);
    assertThat(line.path("logger").asText()).startsWith(LOGGER);
  }

  @Test
  void whatIsNoLevelIsSaidBeforeAnybodyIsAsked() throws Exception {
    Program.Ended refused = Program.run(installation, "log-level", LOGGER, "LOUD");

    assertThat(refused.code()).isNotZero();
    assertThat(refused.messages()).contains("LOUD");
  }
}
