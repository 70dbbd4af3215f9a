package dev.hexdesk.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
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
          """)
  void saysWhyItIsNoRequest(String request, String detail) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.root().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.replace("~", "\r\n").getBytes(UTF_8));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"detail\":\"" + detail);
    }
  }
}
