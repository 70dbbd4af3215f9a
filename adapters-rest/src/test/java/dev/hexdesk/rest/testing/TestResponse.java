package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What came back, and for what it was asked.
 *
 * @param target path and query as they were sent
 * @param sent the request's body; empty where there was none or it is not known
 * @param headers by name, in any letter case
 */
public record TestResponse(
    String method,
    URI target,
    Optional<byte[]> sent,
    int status,
    Map<String, List<String>> headers,
    byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public TestResponse {
    Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  /** What the JDK's client got, inflated where that client leaves it to others. */
  public static TestResponse of(HttpResponse<byte[]> response) {
    boolean zipped =
        response.body().length > 0
            && response.headers().allValues("Content-Encoding").contains("gzip");
    return new TestResponse(
        response.request().method(),
        response.request().uri(),
        Optional.empty(),
        response.statusCode(),
        response.headers().map(),
        zipped ? inflated(response.body()) : response.body());
  }

  /** What came over the wire as gzip. */
  public static byte[] inflated(byte[] gzip) {
    try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return inflated.readAllBytes();
    } catch (IOException noGzip) {
      throw new AssertionError("no gzip", noGzip);
    }
  }

  /** The header's only value. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new AssertionError(name + " is there more than once: " + values);
    }
    return values.stream().findFirst();
  }

  /** The body's media type without its parameters. */
  public Optional<String> mediaType() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].strip());
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException noJson) {
      throw new AssertionError("no JSON: " + text(), noJson);
    }
  }

  /** Any JSON, written as tests like it. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError("no JSON: " + text, noJson);
    }
  }

  @Override
  public String toString() {
    return "%s %s -> %d %s%n%s".formatted(method, target, status, headers, text());
  }
}
