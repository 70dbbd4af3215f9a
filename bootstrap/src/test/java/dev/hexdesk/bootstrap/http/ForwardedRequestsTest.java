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
    assertThat(told(answer(proxies, "Forwarded", "for=192.0.2.7"), "Client"))
        .isEqualTo("127.0.0.1");
    assertThat(told(answer(proxies, "X-Proxied-Https", "on"), "Address")).startsWith("http://");
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
