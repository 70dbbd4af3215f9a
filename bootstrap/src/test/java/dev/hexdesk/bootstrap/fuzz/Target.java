package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentTexts;
import dev.hexdesk.rest.testing.ApiContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The server that is tried. Its answers are as the API document has them, and no defects. */
record Target(URI root, HttpClient client) {
  static final String DOCUMENT = DocumentTexts.json(ApiDescription.of(Configurations.defaults()));
  static final ApiContract CONTRACT = new ApiContract(DOCUMENT);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static Target of(TestServer desk) {
    return new Target(
        desk.root(), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  TestResponse get(String token, String path) {
    return answer(request(token, path).GET().build());
  }

  TestResponse send(String token, String method, String path, String type, byte[] body) {
    HttpRequest request =
        request(token, path)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    return answer(request);
  }

  private HttpRequest.Builder request(String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(ApiPaths.BASE + path)).timeout(TIMEOUT);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private TestResponse answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      TestResponse answer = TestResponse.of(response);
      assertThat(answer.status()).as("%s", answer).isLessThan(500);
      CONTRACT.verify(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
