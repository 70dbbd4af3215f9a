package dev.hexdesk.rest.wire;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import io.dropwizard.core.Configuration;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters, servlets and Jetty make of requests before and after the resources. */
@ExtendWith(DropwizardExtensionsSupport.class)
class RawHttpClientTest {
  private static final DropwizardAppExtension<Configuration> SERVER =
      new DropwizardAppExtension<>(JettyTestServer.class, JettyTestServer.configuration());

  private static TestResponse send(String head, byte[] body) {
    TestResponse answer = new RawHttpClient(SERVER.getLocalPort()).send(head, body);
    ServedDocument.CONTRACT.verify(answer);
    return answer;
  }

  private static TestResponse send(String head) {
    return send(head, new byte[0]);
  }

  private static TestResponse get(String target, String... headers) {
    return send(
        "GET " + target + " HTTP/1.1\nAuthorization: Bearer admin\n" + String.join("\n", headers));
  }

  private static TestResponse patch(byte[] body, String... headers) {
    return send(
        "PATCH /api/v1/tickets/1 HTTP/1.1\nAuthorization: Bearer admin\n"
            + "Content-Type: application/json\nContent-Length: "
            + body.length
            + "\n"
            + String.join("\n", headers),
        body);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] json(int length) {
    return ("{" + " ".repeat(length - 2) + "}").getBytes(UTF_8);
  }

  @Test
  void inflatesBodies() {
    byte[] body = gzip("{\"title\": \"It burns\"}".getBytes(UTF_8));

    assertThat(patch(body, "Content-Encoding: gzip")).hasStatus(200);
  }

  @Test
  void countsBodiesOnceTheyAreInflated() {
    assertThat(patch(gzip(json(1 << 20)), "Content-Encoding: gzip")).hasStatus(200);
    assertThat(patch(gzip(json((1 << 20) + 1)), "Content-Encoding: gzip"))
        .isProblem(ProblemType.PAYLOAD_TOO_LARGE);
    assertThat(patch(gzip(json(100 << 20)), "Content-Encoding: gzip"))
        .isProblem(ProblemType.PAYLOAD_TOO_LARGE);
  }

  @Test
  void refusesBodiesThatCannotBeInflated() {
    byte[] whole = gzip("{\"title\": \"It burns\"}".getBytes(UTF_8));
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    byte[] broken = whole.clone();
    broken[14] ^= 0x55;

    for (byte[] body : new byte[][] {cut, broken, "{}".getBytes(UTF_8)}) {
      assertThat(patch(body, "Content-Encoding: gzip")).isProblem(ProblemType.MALFORMED_REQUEST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate, br", "zstd", "x"})
  void refusesCodingsThatItDoesNotKnow(String coding) {
    assertThat(patch("{}".getBytes(UTF_8), "Content-Encoding: " + coding))
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE)
        .hasHeader("Accept-Encoding", "gzip");
  }

  @Test
  void takesABodyAsItIs() {
    assertThat(patch("{}".getBytes(UTF_8), "Content-Encoding: identity")).hasStatus(200);
  }

  @Test
  void countsBodiesThatComeInChunks() {
    String chunk = "10000\r\n" + " ".repeat(1 << 16) + "\r\n";
    String head =
        "PATCH /api/v1/tickets/1 HTTP/1.1\nAuthorization: Bearer admin\n"
            + "Content-Type: application/json\nTransfer-Encoding: chunked";

    assertThat(send(head, ("2\r\n{}\r\n" + chunk.repeat(15) + "0\r\n\r\n").getBytes(UTF_8)))
        .hasStatus(200);
    assertThat(send(head, ("2\r\n{}\r\n" + chunk.repeat(16) + "0\r\n\r\n").getBytes(UTF_8)))
        .isProblem(ProblemType.PAYLOAD_TOO_LARGE);
  }

  @Test
  void refusesABodyThatIsCutShort() {
    assertThat(
            send(
                "PATCH /api/v1/tickets/1 HTTP/1.1\nAuthorization: Bearer admin\n"
                    + "Content-Type: application/json\nContent-Length: 20",
                "{}".getBytes(UTF_8)))
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  /** Compressed answers must not make their versions unusable. */
  @Test
  void knowsTheTagsOfCompressedAnswersAgain() {
    TestResponse compressed = get("/api/v1/tickets/1", "Accept-Encoding: gzip");
    assertThat(compressed).hasStatus(200).hasHeader("Content-Encoding", "gzip");
    String tag = compressed.header("ETag").orElseThrow();

    assertThat(get("/api/v1/tickets/1", "Accept-Encoding: gzip", "If-None-Match: " + tag))
        .hasStatus(304);
    assertThat(get("/api/v1/tickets/1", "If-None-Match: " + tag)).hasStatus(304);
    assertThat(patch("{}".getBytes(UTF_8), "If-Match: " + tag)).hasStatus(200);
    assertThat(compressed.headers().get("Vary")).asString().containsIgnoringCase("accept-encoding");
  }

  @Test
  void refusesTwoAuthorizations() {
    assertThat(get("/api/v1/me", "authorization: Bearer admin"))
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void knowsTheCallerInAnyLetterCase() {
    assertThat(send("GET /api/v1/me HTTP/1.1\nAUTHORIZATION: bEaReR admin")).hasStatus(200);
  }

  @Test
  void namesParametersThatCannotBeRead() {
    assertThat(get("/api/v1/users?q=%ff"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("q encoding");
  }

  /** Jersey takes a percent sign that encodes nothing for itself, as browsers do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "q={x}",
        "q=\"x\"",
        "q=<x>|^`\\",
        "q=[x]",
        "q=a'b!c(d)*",
        "q=a/b?c",
        "q=%",
        "q=100%zz"
      })
  void readsQueriesThatAreNotQuiteEncoded(String query) {
    assertThat(get("/api/v1/users?" + query)).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A-b_c.9",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void takesTheClientsRequestIdOver(String id) {
    assertThat(get("/api/v1/me", "X-Request-Id: " + id)).hasHeader("X-Request-Id", id);
    assertThat(get("/api/v1/users/0", "X-Request-Id: " + id)).hasMember("request_id", id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a/b",
        "ä",
        "a;b",
        "<script>",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void makesARequestIdWhereTheClientsIsUnsafe(String id) {
    assertThat(get("/api/v1/me", "X-Request-Id: " + id).header("X-Request-Id").orElseThrow())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/me", "/api/v1/users/0", "/nothing", "/api/v1/openapi.json", "/"})
  void keepsBrowsersFromGuessing(String target) {
    assertThat(get(target))
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Referrer-Policy", "no-referrer")
        .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .hasNoHeader("Server")
        .hasNoHeader("X-Powered-By");
  }

  @Test
  void letsTheDocsPageRunItsOwnScriptsOnly() {
    assertThat(get("/api/v1/docs/").header("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "FOO", "get", "PROPFIND", "CONNECTED"})
  void refusesOtherMethods(String method) {
    assertThat(send(method + " /api/v1/tickets/1 HTTP/1.1\nAuthorization: Bearer admin"))
        .isProblem(ProblemType.METHOD_NOT_ALLOWED);
  }

  @Test
  void answersHeadWithoutABody() {
    TestResponse head = send("HEAD /api/v1/tickets/1 HTTP/1.1\nAuthorization: Bearer admin");

    assertThat(head)
        .hasStatus(200)
        .hasNoBody()
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Content-Type", "application/json");
  }

  @Test
  void givesTokensAndTakesThem() {
    byte[] form = "username=olena&password=x".getBytes(UTF_8);
    TestResponse token =
        send(
            "POST /api/v1/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n"
                + "Content-Length: "
                + form.length,
            form);

    assertThat(token).hasStatus(200).hasHeader("Cache-Control", "no-store");
  }

  @Test
  void tellsWhereNewThingsAreByTheHostThatWasAsked() {
    byte[] body =
        "{\"employee_id\": 1, \"title\": \"It burns\", \"description\": \"Help!\"}".getBytes(UTF_8);

    assertThat(
            send(
                "POST /api/v1/tickets HTTP/1.1\nAuthorization: Bearer admin\n"
                    + "Content-Type: application/json\nContent-Length: "
                    + body.length,
                body))
        .hasStatus(201)
        .hasHeader("Location", "http://desk.example/api/v1/tickets/1");
  }
}
