package dev.hexdesk.bootstrap.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor finds at the application's port besides the API. */
class ApplicationPortTest extends Journey {
  @Test
  void theTopLeadsToTheDocs() {
    ServerResponse top = desk.atRoot().get("/");
    assertThat(top.status()).isBetween(301, 308);
    assertThat(top.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get(top.header("Location")).expect(200).text()).contains("swagger-ui");
    ServerResponse withoutSlash = desk.asNobody().get("/docs");
    assertThat(withoutSlash.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get("/favicon.ico").expect(200).header("Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void aRequestThatIsOnlyWrongEndsNoConnection() {
    assertThat(as(admin).post("/tickets", Json.object()).expect(422).header("Connection"))
        .isEmpty();
  }

  /** Letters that are encoded without need make no other path (RFC 3986, section 6.2.2.2). */
  @ParameterizedTest
  @CsvSource({
    "/api/v1/%68ealth, 200",
    "/%61pi/%76%31/openapi.yaml, 200",
    "/api/v1/%65mployees?q=%41nn, 401",
    "/api/v1/employees/%31, 401",
    "/api/v1/employee%73/1, 401",
    "/api/v1/employee%C3%A9s, 404",
    "/api/v1/nothing%31, 404"
  })
  void knowsAPathInAllItsSpellings(String path, int status) throws Exception {
    assertThat(answerTo("GET " + path + " HTTP/1.1~Host: desk~~"))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  /** Who decides by the path how large a body of a stranger may be reads the same path. */
  @Test
  void noSpellingOfAPathIsAWayAroundItsRules() throws Exception {
    for (String path : List.of("/api/v1/token", "/api/v1/%74oken", "/api/v1/t%6F%6ben")) {
      assertThat(answerTo("POST " + path + " HTTP/1.1~Host: desk~Content-Length: 900000~~"))
          .as(path)
          .startsWith("HTTP/1.1 413 ");
    }
    for (String path :
        List.of("/api/v1/employees%3Bx=1", "/api/v1/employees%3bx", "/api/v1/openapi%2Eyaml")) {
      assertThat(answerTo("GET " + path + " HTTP/1.1~Host: desk~~"))
          .as(path)
          .startsWith("HTTP/1.1 404 ");
    }
    for (String path :
        List.of(
            "/api/v1/docs/%2e%2e/health",
            "/api/v1/docs/%2E/",
            "/api/v1%2fhealth",
            "/api/v1/%2565mployees",
            "/api/v1/%%36%38ealth",
            "/api/v1/docs/.%2e/health")) {
      assertThat(answerTo("GET " + path + " HTTP/1.1~Host: desk~~"))
          .as(path)
          .startsWith("HTTP/1.1 400 ");
    }
  }

  /** What Jetty itself refuses is told in words that lead to the mistake. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /api/v1//tickets HTTP/1.1~Host: desk~~  | The address has a segment that is empty
          GET /api/v1/tickets%2F4 HTTP/1.1~Host: desk~~ | The address has a segment that is empty
          GET /api/v1/status HTTP/1.1~~               | A request has one header 'Host'
          GET /api/v1/status HTTP/1.1~Host:~~         | A request has one header 'Host'
          GET /api/v1/status HTTP/1.1~Host: a:1:2~~   | A request has one header 'Host'
          PRI * HTTP/2.0~~SM~~                        | What was sent is not well-formed HTTP/1.1.
          hello~~                                     | What was sent is not well-formed HTTP/1.1.
          GET /api/v1/status HTTP/1.1~Host: desk~Upgrade: h2c~~ | The header 'Upgrade' needs the word
          POST /api/v1/tickets HTTP/1.1~Host: desk~Content-Type: json~Content-Length: 2~~{} | The header 'Content-Type' must be
          """)
  void saysWhyItIsNoRequest(String request, String detail) throws Exception {
    assertThat(answerTo(request)).startsWith("HTTP/1.1 400 ").contains("\"detail\":\"" + detail);
  }

  /** What the console of an old Windows makes of a letter that is typed into it. */
  @Test
  void refusesAddressesThatAreNotInUtf8() throws Exception {
    String request = "GET /api/v1/tickets?q=Dr\u00fccker HTTP/1.1~Host: desk~~";

    assertThat(answerTo(request, ISO_8859_1))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"detail\":\"The address is not in UTF-8;");
    assertThat(answerTo(request)).startsWith("HTTP/1.1 401 ");
  }

  /** A type of what is not sent says nothing, nor does an empty one. */
  @ParameterizedTest
  @CsvSource({
    "'GET /api/v1/health HTTP/1.1~Host: desk~Content-Type: json~~', 200",
    "'GET /api/v1/health HTTP/1.1~Host: desk~Content-Type:~~', 200",
    "'HEAD /api/v1/health HTTP/1.1~Host: desk~Content-Type: a/b/c~~', 200",
    "'DELETE /api/v1/tickets/1 HTTP/1.1~Host: desk~Content-Type: json~~', 401",
    "'POST /api/v1/tickets HTTP/1.1~Host: desk~Content-Type:~Content-Length: 2~~{}', 401"
  })
  void overlooksTypesOfNothing(String request, int status) throws Exception {
    assertThat(answerTo(request)).startsWith("HTTP/1.1 " + status + " ");
  }

  private String answerTo(String request) throws IOException {
    return answerTo(request, UTF_8);
  }

  private String answerTo(String request, Charset charset) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.root().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.replace("~", "\r\n").getBytes(charset));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
