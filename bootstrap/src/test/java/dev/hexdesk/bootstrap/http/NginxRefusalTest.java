package dev.hexdesk.bootstrap.http;

import static dev.hexdesk.bootstrap.http.NginxSite.BEHIND_PROXY;
import static dev.hexdesk.bootstrap.http.NginxSite.END_OF_HEAD;
import static dev.hexdesk.bootstrap.http.NginxSite.at;
import static dev.hexdesk.bootstrap.http.NginxSite.header;
import static dev.hexdesk.bootstrap.http.NginxSite.request;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.rest.problem.ProblemType;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx refuses by itself, and that nobody can tell. */
@Timeout(60)
class NginxRefusalTest extends NginxSiteFixture {
  private static final int MEBIBYTE = 1 << 20;

  /** Begins a request whose body does not come, and has nginx say when it waits for it. */
  private static final String SLOW_POST =
      "POST /a HTTP/1.1\r\n"
          + "Host: localhost\r\n"
          + "Content-Length: 1000000\r\n"
          + "Expect: 100-continue\r\n\r\n";

  private static final String AWAITS_BODY = "HTTP/1.1 100 Continue\r\n\r\n";

  /** The table of what bad input gets has more of this kind; here, the words are compared. */
  @ParameterizedTest
  @MethodSource
  void refusesInTheWordsOfTheApplication(String sent, ProblemType expected, String path)
      throws Exception {
    String answer = site.raw(sent);

    assertThat(answer).startsWith("HTTP/1.1 " + expected.status() + " ");
    assertThat(answer).contains("\r\nContent-Type: application/problem+json\r\n");
    assertThat(answer).contains("\r\nX-Content-Type-Options: nosniff\r\n");
    assertThat(answer).contains("\r\nStrict-Transport-Security: max-age=63072000\r\n");
    assertIsProblem(body(answer), expected, path);
    assertThat(answer)
        .contains("\r\nX-Request-Id: " + body(answer).get("request_id").textValue() + "\r\n");
  }

  static Stream<Arguments> refusesInTheWordsOfTheApplication() {
    String host = "Host: localhost\r\n";
    return Stream.of(
        Arguments.of("NONSENSE\r\n\r\n", ProblemType.MALFORMED_REQUEST, "/"),
        Arguments.of(
            "POST /a HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
            ProblemType.MALFORMED_REQUEST,
            "/a"),
        Arguments.of(
            "GET /a/../../b HTTP/1.1\r\n" + host + "\r\n", ProblemType.MALFORMED_REQUEST, "/"),
        Arguments.of("TRACE /a HTTP/1.1\r\n" + host + "\r\n", ProblemType.METHOD_NOT_ALLOWED, "/a"),
        Arguments.of(
            "GET /_refused HTTP/1.1\r\n" + host + "\r\n", ProblemType.NOT_FOUND, "/_refused"),
        Arguments.of(
            "POST /a?q=x HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n",
            ProblemType.PAYLOAD_TOO_LARGE,
            "/a"),
        Arguments.of(
            "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n",
            ProblemType.URI_TOO_LONG,
            "/"),
        Arguments.of(
            "GET /a HTTP/1.1\r\n" + host + "X-Long: " + "a".repeat(17_000) + "\r\n\r\n",
            ProblemType.HEADERS_TOO_LARGE,
            "/a"),
        Arguments.of(
            "GET /a\"b HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
            ProblemType.MALFORMED_REQUEST,
            "/"));
  }

  @Test
  void listsTheMethodsWithItsRefusalOfOne() throws Exception {
    assertThat(site.raw("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains("\r\nAllow: GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE\r\n");
  }

  @Test
  void refusesAtTheTokenEndpointInItsForm() throws Exception {
    HttpResponse<String> answer = site.post("/api/v1/token", MEBIBYTE + 1);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(json(answer.body()))
        .isEqualTo(
            json(
                """
                {"error": "invalid_request", "error_description": "%s"}
                """
                    .formatted(ProblemType.PAYLOAD_TOO_LARGE.meaning())));
  }

  /** Two instead of a hundred, as these would take longer to come than nginx waits for bodies. */
  @Test
  void letsOneAddressHaveSoManyRequestsAtATime() throws Exception {
    assertThat(Files.readString(Path.of("../setup/nginx/hexdesk.conf")))
        .contains("limit_conn hexdesk_connections 100;");
    try (Nginx strict = site.beside(2);
        Socket first = site.connect(strict);
        Socket second = site.connect(strict)) {
      occupy(first);
      occupy(second);

      HttpResponse<String> answer = site.send(request("https", strict.tlsPort(), "/a").build());

      assertIsProblem(json(answer.body()), ProblemType.TOO_MANY_REQUESTS, "/a");
      assertThat(header(answer, "Retry-After")).isEqualTo("1");
    }
  }

  /** Returns when nginx has counted a request on this connection, and waits for its body. */
  private static void occupy(Socket connection) throws IOException {
    NginxSite.write(connection, SLOW_POST);
    byte[] interim = connection.getInputStream().readNBytes(AWAITS_BODY.length());
    assertThat(new String(interim, US_ASCII)).isEqualTo(AWAITS_BODY);
  }

  @Test
  void letsOneAddressHaveSoManyLogins() throws Exception {
    try (TestNode fast = TestNode.start(folder, BEHIND_PROXY, 200);
        Nginx fresh = site.beside(at(fast))) {
      HttpRequest login = request("https", fresh.tlsPort(), "/api/v1/token").build();
      for (int n = 0; n < 200; n++) {
        assertThat(site.send(login).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> answer = site.send(login);
      while (answer.statusCode() != 429) {
        answer = site.send(login);
      }

      assertThat(header(answer, "Retry-After")).isEqualTo("1");
      assertThat(json(answer.body()).get("error").textValue()).isEqualTo("temporarily_unavailable");
      assertThat(json(answer.body()).get("error_description").textValue())
          .isEqualTo(ProblemType.TOO_MANY_REQUESTS.meaning());
    }
  }

  @Test
  void saysWhenToComeBackWhileTheApplicationIsAway() throws Exception {
    try (Nginx alone = site.beside("server 127.0.0.1:9;")) {
      HttpResponse<String> answer =
          site.send(request("https", alone.tlsPort(), "/api/v1/me").build());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(header(answer, "Retry-After")).isEqualTo("2");
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertIsProblem(json(answer.body()), ProblemType.UNAVAILABLE, "/api/v1/me");

      HttpResponse<String> token =
          site.send(request("https", alone.tlsPort(), "/api/v1/token").build());

      assertThat(token.statusCode()).isEqualTo(503);
      assertThat(header(token, "Retry-After")).isEqualTo("2");
      assertThat(json(token.body()).get("error").textValue()).isEqualTo("temporarily_unavailable");
      assertThat(json(token.body()).get("error_description").textValue())
          .isEqualTo(ProblemType.UNAVAILABLE.meaning());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 413, 500, 503})
  void leavesTheApplicationsOwnErrorsAlone(int status) throws Exception {
    try (TestNode failing = TestNode.start(folder, BEHIND_PROXY, status);
        Nginx before = site.beside(at(failing))) {
      HttpResponse<String> answer = site.send(request("https", before.tlsPort(), "/").build());

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).startsWith("{\"told\":");
    }
  }

  private static JsonNode body(String answer) throws IOException {
    return json(answer.substring(answer.indexOf(END_OF_HEAD)));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static void assertIsProblem(JsonNode problem, ProblemType expected, String path) {
    assertThat(problem.get("type").textValue()).isEqualTo(expected.uri());
    assertThat(problem.get("code").textValue()).isEqualTo(expected.code());
    assertThat(problem.get("title").textValue()).isEqualTo(expected.title());
    assertThat(problem.get("detail").textValue()).isEqualTo(expected.meaning());
    assertThat(problem.get("status").intValue()).isEqualTo(expected.status());
    assertThat(problem.get("instance").textValue()).isEqualTo(path);
    assertThat(problem.get("request_id").textValue()).matches("[0-9a-f]{32}");
  }
}
