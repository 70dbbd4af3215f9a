package dev.hexdesk.bootstrap.http;

import static dev.hexdesk.bootstrap.http.NginxSite.header;
import static dev.hexdesk.bootstrap.http.NginxSite.request;
import static dev.hexdesk.bootstrap.http.NginxSite.told;
import static dev.hexdesk.bootstrap.http.NginxSite.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the site that an operator gets for nginx passes on, and what it keeps to itself. */
@Order(1)
class NginxSiteTest extends NginxSiteFixture {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void sendsPlainHttpToTls() throws Exception {
    HttpResponse<String> answer =
        site.send(request("http", site.nginx().plainPort(), "/api/v1/users?q=x").build());

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(header(answer, "Location")).isEqualTo("https://localhost/api/v1/users?q=x");
  }

  @Test
  void letsCertbotProveTheName() throws Exception {
    Path challenges =
        Files.createDirectories(site.nginx().folder().resolve(".well-known/acme-challenge"));
    Files.writeString(challenges.resolve("token"), "proof");

    HttpResponse<String> answer =
        site.send(
            request("http", site.nginx().plainPort(), "/.well-known/acme-challenge/token").build());

    assertThat(answer.body()).isEqualTo("proof");
  }

  @Test
  void speaksHttp2AndInsistsOnTls() throws Exception {
    HttpResponse<String> answer = site.get("/api/v1/status");

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=63072000");
    assertThat(header(answer, "Server")).isEqualTo("nginx");
  }

  @Test
  void tellsTheApplicationHowItWasReached() throws Exception {
    HttpResponse<String> answer = site.get("/api/v1/tickets?status=open");

    assertThat(told(answer, "Address"))
        .isEqualTo("https://localhost:" + site.nginx().tlsPort() + "/api/v1/tickets?status=open");
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
  }

  @Test
  void believesNothingThatTheClientSaysOfItself() throws Exception {
    HttpResponse<String> answer =
        site.send(
            site.tls("/api/v1/me")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Host", "evil.example.org")
                .header("X-Forwarded-Server", "evil.example.org")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Proto", "http")
                .header("X-Proxied-Https", "off")
                .header("Forwarded", "for=203.0.113.7;host=evil.example.org;proto=http")
                .build());

    assertThat(told(answer, "Address"))
        .isEqualTo("https://localhost:" + site.nginx().tlsPort() + "/api/v1/me");
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
    assertThat(told(answer, "Forwarded")).isEqualTo("none");
  }

  @Test
  void namesItselfWhateverHostTheClientNames() throws Exception {
    assertThat(site.raw("GET /a HTTP/1.1\r\nHost: evil.example.org\r\n\r\n"))
        .contains(TestNode.TOLD + "Address: https://localhost:" + site.nginx().tlsPort() + "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tickets?q=%41%20b&sort=-updated_at",
        "/api/v1/employees",
        "/api/v1/employees/7/personal-data"
      })
  void asksForFilesAsForAllElse(String path) throws Exception {
    HttpResponse<String> answer =
        site.send(
            site.tls(path)
                .header("Accept", "application/json;q=0.1, Text/CSV")
                .header("X-Forwarded-For", "203.0.113.7")
                .build());

    assertThat(told(answer, "Address"))
        .isEqualTo("https://localhost:" + site.nginx().tlsPort() + path);
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
    assertThat(site.get("/_file").statusCode()).isEqualTo(404);
  }

  @Test
  void passesThePathOnAsItCame() throws Exception {
    assertThat(site.raw("GET /%41;b=%7e?c=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains("/%41;b=%7e?c=%2F\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Client-1.2_3",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void takesOverAHarmlessRequestId(String id) throws Exception {
    HttpResponse<String> answer = site.send(site.tls("/").header("X-Request-Id", id).build());

    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(id);
    assertThat(told(answer, "Request-Id")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a\"b",
        "é",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void makesARequestIdWhereTheClientsMayDoHarm(String id) throws Exception {
    String answer =
        site.raw(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: "
                + id
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).containsPattern("\r\nX-Request-Id: ([0-9a-f]{32})\r\n");
    String made = answer.replaceFirst("(?s).*\r\nX-Request-Id: ([0-9a-f]{32})\r\n.*", "$1");
    assertThat(answer).contains(TestNode.TOLD + "Request-Id: " + made + "\r\n");
  }

  @Test
  void letsABodyOfTheLargestSizePass() throws Exception {
    assertThat(site.post("/api/v1/tickets", MEBIBYTE).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void letsAnImportedFilePassAsItComes(String what) throws Exception {
    String path = "/api/v1/" + what + "/import?dry_run=true";

    HttpResponse<String> answer = site.post(path, 100 * MEBIBYTE);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(told(answer, "Read")).isEqualTo(String.valueOf(100 * MEBIBYTE));
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
    assertThat(site.post(path, 100 * MEBIBYTE + 1).statusCode()).isEqualTo(413);
    assertThat(site.post("/api/v1/" + what, MEBIBYTE + 1).statusCode()).isEqualTo(413);
  }

  @Test
  void waitsForFilesAsLongAsTheyTake() throws Exception {
    assertThat(Nginx.location("= /_file"))
        .contains("proxy_buffering off;", "proxy_read_timeout 120s;", "send_timeout 120s;");
    assertThat(Nginx.location("~ ^/api/v1/(employees|tickets)/import$"))
        .contains("proxy_request_buffering off;", "proxy_read_timeout 120s;");
  }

  @Test
  void keepsEntityTagsStrong() throws Exception {
    HttpResponse<String> answer =
        site.send(site.tls("/").header("Accept-Encoding", "gzip").build());

    assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void logsNoQuery() throws Exception {
    site.send(site.tls("/api/v1/employees?q=Lovelace").header("X-Request-Id", "secretive").build());

    // It writes the line after the answer, so wait for the next one's.
    Path log = site.nginx().folder().resolve("hexdesk.access.log");
    while (!Files.readString(log).contains("[secretive]")) {
      site.get("/");
    }
    assertThat(Files.readString(log)).contains("GET /api/v1/employees HTTP/2.0");
    assertThat(Files.readString(log)).doesNotContain("Lovelace");
  }

  @Test
  @Timeout(20)
  void letsGoOfWhoSendsTooSlowly() throws Exception {
    try (Socket head = site.connect();
        Socket body = site.connect()) {
      write(head, "GET / HTTP/1.1\r\nHost: localh");
      write(body, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nslow");

      assertThat(isLetGo(body)).isTrue();
      assertThat(isLetGo(head)).isTrue();
    }
  }

  /** Waits until the other side says something or ends the connection, and tells which. */
  private static boolean isLetGo(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
