package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.security.OperatorSignature;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What the operator's own port tells. */
class AdminPortTest extends Journey {
  @Test
  void theHealthCheckNamesAllThatIsWell() {
    ServerResponse health = desk.atAdminPort().get("/healthcheck").expect(200);

    assertThat(health.fieldNames()).contains("database", "migrations", "deadlocks");
    assertThat(health.json()).allMatch(check -> check.path("healthy").booleanValue());
    assertThat(health.header("Cache-Control")).contains("no-store");
  }

  @Test
  void theServerAnswersAPing() {
    assertThat(desk.atAdminPort().get("/ping").expect(200).text())
        .isEqualToIgnoringWhitespace("pong");
  }

  @Test
  void probesTellReadyAndAliveApart() {
    for (String probe : new String[] {"/ready", "/live"}) {
      ServerResponse answer = desk.atAdminPort().get(probe).expect(200);
      assertThat(answer.text()).isEqualTo("ok\n");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      desk.atAdminPort().send("HEAD", probe).expect(200);
      desk.atAdminPort().send("POST", probe).expect(405);
    }
  }

  @Test
  void theMetricsTellOfRequestsAndConnections() {
    as(admin).get("/me").expect(200);

    ServerResponse metrics = desk.atAdminPort().get("/metrics").expect(200);

    assertThat(metrics.json().path("gauges").propertyStream().map(gauge -> gauge.getKey()))
        .contains("database.pool.ActiveConnections");
    assertThat(
            metrics
                .json()
                .at("/timers/io.dropwizard.jetty.MutableServletContextHandler.get-requests/count")
                .longValue())
        .isPositive();
    assertThat(metrics.text()).doesNotContain(admin.token());
  }

  @Test
  void theApiIsNotThere() {
    for (String path : new String[] {"/api/v1/me", "/api/v1/openapi.json", "/api/v1/docs/"}) {
      desk.atAdminPort().with("Authorization", "Bearer " + admin.token()).get(path).expect(404);
    }
  }

  /** They turn on logs that hold tokens, for whoever can send a form to this machine. */
  @Test
  void nothingCanBeChangedThere() {
    for (String task : new String[] {"log-level?logger=org.eclipse.jetty&level=TRACE", "gc"}) {
      desk.atAdminPort().send("POST", "/tasks/" + task).expect(404);
    }
    desk.atAdminPort().get("/pprof?duration=1").expect(404);
    desk.atAdminPort().get("/tasks").expect(404);
    desk.atAdminPort().send("POST", "/metrics").expect(405);
    assertThat(LoggerFactory.getLogger("org.eclipse.jetty").isTraceEnabled()).isFalse();
  }

  /** What the commands do, which read the secret in the configuration. */
  @Test
  void whoHasTheSecretMayHaveTheServerDoALittle() {
    OperatorSignature operator = desk.configuration().operatorSignature();
    String gc = "/tasks/gc";
    TestClient port = desk.atAdminPort();

    port.with("Authorization", operator.of("POST " + gc)).send("POST", gc).expect(200);

    port.with("Authorization", operator.of("POST /tasks/log-level")).send("POST", gc).expect(404);
    port.with("Authorization", "Bearer " + admin.token()).send("POST", gc).expect(404);
    port.with("Authorization", operator.of("GET /pprof")).get("/pprof").expect(404);
  }

  /** A page of theirs can make its own name point at this machine (DNS rebinding). */
  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST, 200",
    "127.0.0.1, 200",
    "[::1], 200",
    "evil.example.org, 421",
    "localhost.evil.example.org, 421",
    "127.0.0.1.evil.example.org, 421"
  })
  void noPageOfSomebodyElsesReadsIt(String name, int status) throws IOException {
    URI admin = desk.atAdminPort().base();
    try (Socket socket = new Socket(admin.getHost(), admin.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /ping HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
                  .formatted(name, admin.getPort())
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 " + status);
    }
  }
}
