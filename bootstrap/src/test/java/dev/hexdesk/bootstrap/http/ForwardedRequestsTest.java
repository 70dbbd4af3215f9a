package dev.hexdesk.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a server believes. */
class ForwardedRequestsTest {
  private static final String CONNECTOR = "type: http\nbindHost: 127.0.0.1\nport: 0\n";

  @TempDir private Path folder;

  @Test
  void believesAProxyThatItTrusts() throws Exception {
    HttpResponse<Void> answer =
        answer(
            TrustedProxies.of(List.of("127.0.0.0/8")),
            "X-Forwarded-For",
            "6.6.6.6, 192.0.2.7, 127.0.0.9",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "desk.example.org");

    assertThat(told(answer, "Client")).isEqualTo("192.0.2.7");
    assertThat(told(answer, "Address")).isEqualTo("https://desk.example.org/a");
  }

  @Test
  void believesNobodyElse() throws Exception {
    try (TestNode node =
        TestNode.start(folder, CONNECTOR, 200, TrustedProxies.of(List.of("192.0.2.0/24")))) {
      HttpResponse<Void> answer =
          send(
              node,
              "X-Forwarded-For",
              "192.0.2.7",
              "Forwarded",
              "for=192.0.2.7;proto=https;host=evil.example",
              "X-Forwarded-Proto",
              "https",
              "X-Forwarded-Host",
              "evil.example");

      assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
      assertThat(told(answer, "Address")).isEqualTo("http://127.0.0.1:" + node.port() + "/a");
    }
  }

  @Test
  void takesTheProxyForTheClientWhereItTellsOfNone() throws Exception {
    TrustedProxies proxies = TrustedProxies.of(List.of("127.0.0.1"));

    assertThat(told(answer(proxies, "X-Forwarded-For", "unknown"), "Client"))
        .isEqualTo("127.0.0.1");
    assertThat(told(answer(proxies, "Forwarded", "for=_hidden;proto=ftp"), "Client"))
        .isEqualTo("127.0.0.1");
    assertThat(told(answer(proxies, "X-Proxied-Https", "on"), "Address")).startsWith("http://");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Proto, ''",
    "X-Forwarded-Proto, javascript",
    "X-Forwarded-Proto, wss",
    "X-Forwarded-Proto, '\"https\"'",
    "X-Forwarded-Host, ''",
    "X-Forwarded-Host, ',desk.example.org'",
    "X-Forwarded-Host, evil.example/a",
    "X-Forwarded-Host, m\u00fcnchen.example",
    "X-Forwarded-Host, a:b",
    "X-Forwarded-Host, a:99999",
    "X-Forwarded-Host, :80",
    "X-Forwarded-Host, '[a'",
    "X-Forwarded-Port, 0",
    "X-Forwarded-Port, 99999",
    "X-Forwarded-Port, ''",
    "X-Forwarded-Port, none"
  })
  void ignoresWhatSaysNothing(String header, String value) throws Exception {
    try (TestNode node =
        TestNode.start(folder, CONNECTOR, 200, TrustedProxies.of(List.of("127.0.0.1")))) {
      HttpResponse<Void> answer = send(node, header, value, "X-Forwarded-For", "192.0.2.7");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(told(answer, "Client")).isEqualTo("192.0.2.7");
      assertThat(told(answer, "Address")).isEqualTo("http://127.0.0.1:" + node.port() + "/a");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.7;proto=https;host=desk.example.org            | 192.0.2.7",
        "for=\"192.0.2.7:4711\"; Proto=https; HOST=desk.example.org  | 192.0.2.7",
        "for=\"[2001:db8::1]:4711\";host=desk.example.org;proto=https| [2001:db8:0:0:0:0:0:1]",
        "proto=https;host=\"desk.example.org\";for=[2001:db8::1]     | [2001:db8:0:0:0:0:0:1]",
        "for=\"192.0.2.7:_x\";by=_y;proto=https;host=desk.example.org| 192.0.2.7",
        "for=6.6.6.6;host=evil.example, for=192.0.2.7;proto=https;host=desk.example.org,"
            + " for=127.0.0.9;host=inner.example                      | 192.0.2.7",
        "for=\"6.6.6.6, for=192.0.2.7;proto=https;host=desk.example.org | 192.0.2.7"
      })
  void readsTheStandardsHeader(String forwarded, String client) throws Exception {
    HttpResponse<Void> answer =
        answer(TrustedProxies.of(List.of("127.0.0.0/8")), "Forwarded", forwarded);

    assertThat(told(answer, "Client")).isEqualTo(client);
    assertThat(told(answer, "Address")).isEqualTo("https://desk.example.org/a");
  }

  /** A proxy that writes the other headers hands the standard's on as a client wrote it. */
  @Test
  void readsTheStandardsHeaderWhereThereIsNoOther() throws Exception {
    HttpResponse<Void> answer =
        answer(
            TrustedProxies.of(List.of("127.0.0.1")),
            "Forwarded",
            "for=6.6.6.6;host=evil.example",
            "X-Forwarded-For",
            "192.0.2.7:51234");

    assertThat(told(answer, "Client")).isEqualTo("192.0.2.7");
    assertThat(told(answer, "Address")).doesNotContain("evil");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "/desk               | /desk",
        "/desk/              | /desk",
        "/a, /b/c            | /a/b/c",
        "/a%20b              | /a%20b",
        "/                   | ''",
        "''                  | ''",
        "desk                | ''",
        "//evil.example      | ''",
        "/a//b               | ''",
        "/../a               | ''",
        "/a?b                | ''",
        "/\"><script>        | ''",
        "https://evil.example| ''"
      })
  void knowsThePathThatAProxyTookOff(String told, String prefix) {
    assertThat(ForwardedRequests.prefix(List.of(told))).isEqualTo(prefix);
  }

  private HttpResponse<Void> answer(TrustedProxies proxies, String... headers) throws Exception {
    try (TestNode node = TestNode.start(folder, CONNECTOR, 200, proxies)) {
      return send(node, headers);
    }
  }

  private static HttpResponse<Void> send(TestNode node, String... headers) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + node.port() + "/a");
      return client.send(
          HttpRequest.newBuilder(address).headers(headers).build(), BodyHandlers.discarding());
    }
  }

  private static String told(HttpResponse<?> answer, String what) {
    return answer.headers().firstValue(TestNode.TOLD + what).orElseThrow();
  }
}
