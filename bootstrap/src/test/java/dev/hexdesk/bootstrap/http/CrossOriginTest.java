package dev.hexdesk.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of a configured origin may send, and what it may read of an answer. */
class CrossOriginTest {
  private static final String ORIGIN = "https://desk.example.org";

  private static final String APP = "capacitor://localhost";

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void start() throws Exception {
    CrossOrigin crossOrigin = new CrossOrigin(List.of(ORIGIN, APP, "null"), List.of("X-Tenant"));
    crossOrigin.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            callback.succeeded();
            return true;
          }
        });
    server.addConnector(connector);
    server.setHandler(crossOrigin);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aPageMayRepeatARequestUnderItsKeyAndSeeThatItWasOne() throws Exception {
    HttpTester.Response asked =
        answer(
            "OPTIONS",
            "Access-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: content-type,idempotency-key\r\n");
    HttpTester.Response answered = answer("POST", "Idempotency-Key: \"a\"\r\n");

    assertThat(asked.getCSV("Access-Control-Allow-Headers", false)).contains("Idempotency-Key");
    assertThat(asked.getCSV("Access-Control-Allow-Methods", false)).contains("POST");
    assertThat(answered.get("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(answered.getCSV("Access-Control-Expose-Headers", false))
        .contains("Idempotency-Replayed", "ETag", "Location", "X-Request-Id");
  }

  @Test
  void aPageMaySendWhatTracesItsRequestsAndWhatIsConfigured() throws Exception {
    HttpTester.Response asked =
        answer(
            "OPTIONS",
            "Access-Control-Request-Method: GET\r\n"
                + "Access-Control-Request-Headers: authorization,baggage,sentry-trace,traceparent,"
                + "tracestate,x-request-id,x-tenant\r\n");

    assertThat(asked.getCSV("Access-Control-Allow-Headers", false))
        .contains("Authorization", "baggage", "sentry-trace", "traceparent", "tracestate")
        .contains("X-Tenant");
  }

  /** A body that a page has compressed, a long list of languages, what keeps caches away. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding",
        "Accept",
        "Accept-Language",
        "Expires",
        "If-Unmodified-Since",
        "Priority",
        "X-CSRF-Token",
        "X-XSRF-TOKEN",
        "X-Datadog-Tags",
        "X-INSTANA-T",
        "X-dtpc",
        "X-PostHog-Session-Id"
      })
  void aPageMaySendWhatBrowsersAndLibrariesAdd(String header) throws Exception {
    HttpTester.Response asked =
        answer(
            "OPTIONS",
            "Access-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: "
                + header.toLowerCase(Locale.ROOT)
                + "\r\n");

    assertThat(asked.getCSV("Access-Control-Allow-Headers", false)).contains(header);
  }

  @Test
  void aPageMayReadWhatADownloadIsCalledAndWhatElseItIsTold() throws Exception {
    assertThat(answer("GET", "").getCSV("Access-Control-Expose-Headers", false))
        .contains("Content-Disposition", "Allow", "Accept-Post", "Retry-After", "RateLimit");
  }

  @Test
  void anAppsOwnSchemeIsAnOriginLikeAnother() throws Exception {
    for (String origin : List.of(APP, "null")) {
      assertThat(answer(origin, "GET", "").get("Access-Control-Allow-Origin")).isEqualTo(origin);
    }
    for (String origin : List.of("capacitor://localhost.evil", "ionic://localhost", "file://")) {
      assertThat(answer(origin, "GET", "").get("Access-Control-Allow-Origin")).isNull();
    }
  }

  private HttpTester.Response answer(String method, String headers) throws Exception {
    return answer(ORIGIN, method, headers);
  }

  private HttpTester.Response answer(String origin, String method, String headers)
      throws Exception {
    return HttpTester.parseResponse(
        connector.getResponse(
            "%s /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\n%s\r\n"
                .formatted(method, origin, headers)));
  }
}
