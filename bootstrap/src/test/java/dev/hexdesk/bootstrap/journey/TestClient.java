package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentTexts;
import dev.hexdesk.rest.testing.ApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sends requests below one address, always with the same headers. What comes back from the API must
 * be as its document describes it.
 */
public record TestClient(HttpClient client, URI base, Map<String, String> headers) {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final ApiContract DOCUMENT =
      new ApiContract(DocumentTexts.json(ApiDescription.of(Configurations.defaults())));
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** The same caller with one more header, or another value of it. */
  TestClient with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new TestClient(client, base, more);
  }

  public ServerResponse get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  ServerResponse delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public ServerResponse post(String path, JsonNode body) {
    return send("POST", path, body);
  }

  ServerResponse put(String path, JsonNode body) {
    return send("PUT", path, body);
  }

  ServerResponse patch(String path, JsonNode body) {
    return send("PATCH", path, body);
  }

  /** Sends an HTML form. */
  ServerResponse postForm(String path, Map<String, String> fields) {
    return postForm(
        path,
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  ServerResponse postForm(String path, String encoded) {
    return withDefault(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .send("POST", path, BodyPublishers.ofString(encoded));
  }

  ServerResponse send(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  ServerResponse send(String method, String path, JsonNode body) {
    return send(method, path, body.toString());
  }

  /** Sends what may or may not be JSON. */
  ServerResponse send(String method, String path, String body) {
    return withDefault(CONTENT_TYPE, "application/json")
        .send(method, path, BodyPublishers.ofString(body));
  }

  ServerResponse send(String method, String path, BodyPublisher body) {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (base.getPath().equals(ApiPaths.BASE)) {
        DOCUMENT.verify(dev.hexdesk.rest.testing.TestResponse.of(answer));
      }
      return new ServerResponse(
          method + " " + path, answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + uri, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private TestClient withDefault(String name, String value) {
    return headers.containsKey(name) ? this : with(name, value);
  }

  /** A value as it is written into a query or form. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
