package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.rest.problem.ProblemType;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site that an operator gets for nginx, in a real nginx. */
class NginxSiteTest {
  private static final String BEHIND_PROXY = "type: http\nbindHost: 127.0.0.1\nport: 0\n";
  private static final int MEBIBYTE = 1 << 20;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]+)\r\n");

  @TempDir private static Path folder;
  private static TestCertificate certificate;
  private static HttpClient client;
  private static TestNode node;
  private static Nginx nginx;

  @BeforeAll
  static void start() throws Exception {
    BootstrapLogging.bootstrap(Level.OFF);
    assumeFalse(Nginx.isMissing(), "nginx is not installed");
    certificate = TestCertificate.make(folder);
    client =
        HttpClient.newBuilder()
            .sslContext(certificate.trusting())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    node = TestNode.start(folder, BEHIND_PROXY, 200);
    nginx = Nginx.start(folder, certificate, at(node));
  }

  @AfterAll
  static void stop() throws Exception {
    if (nginx != null) {
      nginx.close();
      node.close();
      client.close();
    }
  }

  @Test
  void sendsPlainHttpToTls() throws Exception {
    HttpResponse<String> answer =
        send(request("http", nginx.plainPort(), "/api/v1/users?q=x").build());

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(header(answer, "Location")).isEqualTo("https://localhost/api/v1/users?q=x");
  }

  @Test
  void letsCertbotProveTheName() throws Exception {
    Path challenges = Files.createDirectories(nginx.folder().resolve(".well-known/acme-challenge"));
    Files.writeString(challenges.resolve("token"), "proof");

    HttpResponse<String> answer =
        send(request("http", nginx.plainPort(), "/.well-known/acme-challenge/token").build());

    assertThat(answer.body()).isEqualTo("proof");
  }

  @Test
  void speaksHttp2AndInsistsOnTls() throws Exception {
    HttpResponse<String> answer = get("/api/v1/status");

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=63072000");
    assertThat(header(answer, "Server")).isEqualTo("nginx");
  }

  @Test
  void tellsTheApplicationHowItWasReached() throws Exception {
    HttpResponse<String> answer = get("/api/v1/tickets?status=open");

    assertThat(told(answer, "Address"))
        .isEqualTo("https://localhost:" + nginx.tlsPort() + "/api/v1/tickets?status=open");
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
  }

  @Test
  void believesNothingThatTheClientSaysOfItself() throws Exception {
    HttpResponse<String> answer =
        send(
            tls("/api/v1/me")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Host", "evil.example.org")
                .header("X-Forwarded-Server", "evil.example.org")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Proto", "http")
                .header("X-Proxied-Https", "off")
                .header("Forwarded", "for=203.0.113.7;host=evil.example.org;proto=http")
                .build());

    assertThat(told(answer, "Address"))
        .isEqualTo("https://localhost:" + nginx.tlsPort() + "/api/v1/me");
    assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
    assertThat(told(answer, "Forwarded")).isEqualTo("none");
  }

  @Test
  void namesItselfWhateverHostTheClientNames() throws Exception {
    assertThat(raw("GET /a HTTP/1.1\r\nHost: evil.example.org\r\n\r\n"))
        .contains(TestNode.TOLD + "Address: https://localhost:" + nginx.tlsPort() + "/a");
  }

  @Test
  void passesThePathOnAsItCame() throws Exception {
    assertThat(raw("GET /%41;b=%7e?c=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n"))
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
    HttpResponse<String> answer = send(tls("/").header("X-Request-Id", id).build());

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
        raw(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: "
                + id
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).containsPattern("\r\nX-Request-Id: ([0-9a-f]{32})\r\n");
    String made = answer.replaceFirst("(?s).*\r\nX-Request-Id: ([0-9a-f]{32})\r\n.*", "$1");
    assertThat(answer).contains(TestNode.TOLD + "Request-Id: " + made + "\r\n");
  }

  @Test
  void letsABodyOfTheLargestSizePass() throws Exception {
    assertThat(post("/api/v1/tickets", MEBIBYTE).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource
  void refusesInTheWordsOfTheApplication(String sent, ProblemType expected, String path)
      throws Exception {
    String answer = raw(sent);

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
        Arguments.of("GET /a HTTP/1.1\r\nHost: a b\r\n\r\n", ProblemType.MALFORMED_REQUEST, "/a"),
        Arguments.of(
            "POST /a HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
            ProblemType.MALFORMED_REQUEST,
            "/a"),
        Arguments.of(
            "POST /a HTTP/1.1\r\n"
                + host
                + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
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
            "POST /a HTTP/1.1\r\n"
                + host
                + "Transfer-Encoding: chunked\r\n\r\n100001\r\n"
                + "x".repeat(MEBIBYTE + 1)
                + "\r\n",
            ProblemType.PAYLOAD_TOO_LARGE,
            "/a"),
        Arguments.of(
            "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n",
            ProblemType.URI_TOO_LONG,
            "/"),
        Arguments.of(
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
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
    assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains("\r\nAllow: GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE\r\n");
  }

  @Test
  void refusesAtTheTokenEndpointInItsForm() throws Exception {
    HttpResponse<String> answer = post("/api/v1/token", MEBIBYTE + 1);

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

  @Test
  void saysWhenToComeBackWhileTheApplicationIsAway() throws Exception {
    try (Nginx alone = Nginx.start(folder, certificate, "server 127.0.0.1:9;")) {
      HttpResponse<String> answer = send(request("https", alone.tlsPort(), "/api/v1/me").build());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(header(answer, "Retry-After")).isEqualTo("2");
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertIsProblem(json(answer.body()), ProblemType.UNAVAILABLE, "/api/v1/me");

      HttpResponse<String> token = send(request("https", alone.tlsPort(), "/api/v1/token").build());

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
        Nginx before = Nginx.start(folder, certificate, at(failing))) {
      HttpResponse<String> answer = send(request("https", before.tlsPort(), "/").build());

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).startsWith("{\"told\":");
    }
  }

  @Test
  void asksTheOtherNodeWhileOneStops() throws Exception {
    try (TestNode leaving = TestNode.start(folder, BEHIND_PROXY, 200);
        TestNode refusing = TestNode.start(folder, BEHIND_PROXY, 503);
        TestNode staying = TestNode.start(folder, BEHIND_PROXY, 200);
        Nginx before = Nginx.start(folder, certificate, at(leaving), at(staying));
        Nginx other = Nginx.start(folder, certificate, at(refusing), at(staying))) {
      assertThat(statuses(before, 10)).containsOnly(200);
      leaving.close();
      assertThat(statuses(before, 50)).containsOnly(200);
      assertThat(statuses(other, 50)).containsOnly(200);
      assertThat(leaving.answered()).isPositive();
      assertThat(refusing.answered()).isPositive();
    }
  }

  @Test
  void reachesTheApplicationOverItsSocket() throws Exception {
    Path socket = folder.resolve("hexdesk.sock");
    try (TestNode behind =
            TestNode.start(folder, "type: unix-socket\npath: " + socket + "\n", 200);
        Nginx before =
            Nginx.start(folder, certificate, "server unix:" + socket + " max_fails=0;")) {
      HttpResponse<String> answer = send(request("https", before.tlsPort(), "/a?b=c").build());

      assertThat(told(answer, "Address"))
          .isEqualTo("https://localhost:" + before.tlsPort() + "/a?b=c");
      assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
      assertThat(behind.answered()).isEqualTo(1);
    }
  }

  @Test
  void keepsEntityTagsStrong() throws Exception {
    HttpResponse<String> answer = send(tls("/").header("Accept-Encoding", "gzip").build());

    assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void logsNoQuery() throws Exception {
    send(tls("/api/v1/employees?q=Lovelace").header("X-Request-Id", "secretive").build());

    // It writes the line after the answer, so wait for the next one's.
    Path log = nginx.folder().resolve("hexdesk.access.log");
    while (!Files.readString(log).contains("[secretive]")) {
      get("/");
    }
    assertThat(Files.readString(log)).contains("GET /api/v1/employees HTTP/2.0");
    assertThat(Files.readString(log)).doesNotContain("Lovelace");
  }

  @Test
  @Timeout(20)
  void letsGoOfWhoSendsTooSlowly() throws Exception {
    try (Socket head = connect();
        Socket body = connect()) {
      write(head, "GET / HTTP/1.1\r\nHost: localh");
      write(body, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nslow");

      assertThat(isLetGo(body)).isTrue();
      assertThat(isLetGo(head)).isTrue();
    }
  }

  private static String at(TestNode node) {
    return "server 127.0.0.1:" + node.port() + " max_fails=0;";
  }

  private static List<Integer> statuses(Nginx nginx, int requests) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request =
          request("https", nginx.tlsPort(), "/").POST(BodyPublishers.ofString("{}")).build();
      statuses.add(send(request).statusCode());
    }
    return statuses;
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(tls(path).build());
  }

  private static HttpResponse<String> post(String path, int size) throws Exception {
    return send(tls(path).POST(BodyPublishers.ofByteArray(new byte[size])).build());
  }

  private static HttpRequest.Builder tls(String path) {
    return request("https", nginx.tlsPort(), path);
  }

  private static HttpRequest.Builder request(String scheme, int port, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path))
        .timeout(Duration.ofSeconds(15));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  private static String told(HttpResponse<?> answer, String what) {
    return header(answer, TestNode.TOLD + what);
  }

  /** Sends what no client of good manners would, and reads one answer. */
  private static String raw(String sent) throws Exception {
    try (Socket socket = connect()) {
      write(socket, sent);
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (answer.indexOf(END_OF_HEAD) < 0) {
        answer.append(oneOf(in));
      }
      Matcher length = LENGTH.matcher(answer);
      assertThat(length.find()).as("Content-Length in %s", answer).isTrue();
      byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
      return answer + new String(body, UTF_8);
    }
  }

  private static char oneOf(InputStream in) throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("the connection ended within the head");
    }
    return (char) octet;
  }

  /** Waits until the other side says something or ends the connection, and tells which. */
  private static boolean isLetGo(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static Socket connect() throws IOException {
    return certificate.trusting().getSocketFactory().createSocket("localhost", nginx.tlsPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
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
