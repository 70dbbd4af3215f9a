package dev.hexdesk.bootstrap.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The proxies for which docs/operations.md shows some lines, in front of a server, with those
 * lines.
 */
class OtherProxyTest {
  private static final String APP = "https://app.example.org";

  @TempDir private static Path folder;
  private static ProxiedServer proxied;

  @BeforeAll
  static void start() throws Exception {
    proxied =
        ProxiedServer.start(
            "allowedOrigins: \\[\\]",
            "allowedOrigins: ['" + APP + "']",
            // So that the proxies do it.
            "gzip:\n    enabled: true",
            "gzip:\n    enabled: false");
  }

  @AfterAll
  static void stop() throws Exception {
    proxied.close();
  }

  @ParameterizedTest
  @EnumSource
  void theServerWorksBehind(OtherProxy proxy) throws Exception {
    try (OtherProxy.Running outside = proxy.start(folder, proxied.desk().port())) {
      TestClient nobody = nobodyAt(outside);
      TestClient admin = loggedIn(nobody);

      String address = outside.url().replaceFirst("http", proxy.scheme());
      addressesLeadTo(address, admin);
      addressesLeadTo(address, lyingOfItself(admin));
      assertThat(leadToDocumentation(outside, "desk.example.org"))
          .isEqualTo(proxy.scheme() + "://desk.example.org/desk/api/v1/docs/");
      theDocumentationShowsItsDocument(nobody, outside);
      versionsSurviveCompression(admin, proxy.compressedTag());
      pagesOfOtherOriginsMayAsk(nobody);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theClientIsKnownByItsAddressWithAPortBehindIt(OtherProxy proxy) throws Exception {
    try (OtherProxy.Running outside = proxy.startTellingPorts(folder, proxied.desk().port())) {
      String id = "ports-of-" + proxy.name();

      lyingOfItself(nobodyAt(outside)).with("X-Request-Id", id).get("/health").expect(200);

      assertThat(logged(id)).contains(" 127.0.0.1 GET /api/v1/health 200 ");
    }
  }

  private static TestClient nobodyAt(OtherProxy.Running outside) {
    TestClient direct = proxied.desk().asNobody();
    return new TestClient(direct.client(), URI.create(outside.url() + "/api/v1"), Map.of());
  }

  private static TestClient loggedIn(TestClient nobody) {
    ServerResponse token =
        nobody
            .postForm("/token", Map.of("username", "admin", "password", Installation.PASSWORD))
            .expect(200);
    return nobody.with("Authorization", "Bearer " + token.text("access_token"));
  }

  private static TestClient lyingOfItself(TestClient client) {
    return client
        .with("X-Forwarded-For", "203.0.113.7")
        .with("X-Forwarded-Host", "evil.example.org")
        .with("X-Forwarded-Server", "evil.example.org")
        .with("X-Forwarded-Port", "1")
        .with("X-Forwarded-Proto", "ftp")
        .with("X-Proxied-Https", "on")
        .with("X-Forwarded-Prefix", "/evil")
        .with("Forwarded", "for=203.0.113.7;host=evil.example.org;proto=ftp");
  }

  private static void addressesLeadTo(String address, TestClient admin) {
    String employees = address + "/api/v1/employees";
    ServerResponse made = admin.post("/employees", ServerFixture.employeeBody()).expect(201);
    admin.post("/employees", ServerFixture.employeeBody()).expect(201);

    assertThat(made.header("Location")).isEqualTo(employees + "/" + made.id());
    assertThat(admin.get("/employees?limit=1").expect(200).header("Link"))
        .startsWith("<" + employees + "?");
    ServerResponse missing = admin.get("/tickets/999999").expect(404);
    assertThat(missing.text("type")).isEqualTo("/desk/api/v1/problems/not_found");
    assertThat(missing.text("instance")).isEqualTo("/desk/api/v1/tickets/999999");
  }

  /** Where the server leads who calls it by a name without a port, but names one in a header. */
  private static String leadToDocumentation(OtherProxy.Running outside, String host)
      throws IOException {
    String request =
        "GET /desk/api/v1/docs HTTP/1.1\r\n"
            + "Host: %s\r\n"
            + "X-Forwarded-Port: 1\r\n"
            + "Connection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), outside.port())) {
      socket.getOutputStream().write(request.formatted(host).getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.replaceFirst("(?is).*\r\nlocation: ([^\r]+)\r\n.*", "$1");
    }
  }

  private static void theDocumentationShowsItsDocument(
      TestClient nobody, OtherProxy.Running outside) {
    assertThat(nobody.get("/docs").expect(307).header("Location")).endsWith("/desk/api/v1/docs/");
    nobody.get("/docs/").expect(200);
    String script = nobody.get("/docs/swagger-initializer.js").expect(200).text();
    String relative = script.replaceFirst("(?s).*url: \"([^\"]+)\".*", "$1");

    JsonNode document =
        nobody
            .get(URI.create(outside.url() + "/api/v1/docs/").resolve(relative).toString())
            .expect(200)
            .json();

    assertThat(document.at("/servers/0/url").textValue()).isEqualTo("/desk");
    assertThat(document.findValuesAsText("tokenUrl")).containsOnly("/desk/api/v1/token");
  }

  private static void versionsSurviveCompression(TestClient admin, String tag) {
    long employee = admin.post("/employees", ServerFixture.employeeBody()).expect(201).id();
    String ticket =
        "/tickets/"
            + admin
                .post(
                    "/tickets",
                    ServerFixture.ticketBody(employee).put("description", "long ".repeat(500)))
                .expect(201)
                .id();
    ServerResponse read = admin.with("Accept-Encoding", "gzip").get(ticket).expect(200);
    assertThat(read.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(read.etag()).isEqualTo(tag);

    admin
        .with("Accept-Encoding", "gzip")
        .with("If-None-Match", read.etag())
        .get(ticket)
        .expect(304);
    admin.with("If-Match", read.etag()).patch(ticket, Json.object("priority", "high")).expect(200);
    admin.with("If-Match", read.etag()).patch(ticket, Json.object("priority", "low")).expect(412);
  }

  private static void pagesOfOtherOriginsMayAsk(TestClient nobody) {
    ServerResponse answer =
        nobody
            .with("Origin", APP)
            .with("Access-Control-Request-Method", "PATCH")
            .with("Access-Control-Request-Headers", "authorization,if-match,traceparent")
            .send("OPTIONS", "/tickets/1");

    assertThat(answer.status()).isIn(200, 204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("if-match");
  }

  /** The line on a request; it is written after the answer. */
  private static String logged(String id) throws Exception {
    Path log = proxied.desk().installation().folder().resolve("logs/requests.log");
    while (true) {
      for (String line : Files.readAllLines(log)) {
        if (line.contains("[" + id + "]")) {
          return line;
        }
      }
      Thread.sleep(10);
    }
  }
}
