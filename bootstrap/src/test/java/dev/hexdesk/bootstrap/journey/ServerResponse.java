package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the server said to a request, whole. */
public record ServerResponse(String request, int status, HttpHeaders headers, byte[] body) {

  /** Checks the status, and shows what came instead. */
  public ServerResponse expect(int expected) {
    assertThat(status).as("%s", this).isEqualTo(expected);
    return this;
  }

  /** Checks that this is a problem with all its members (RFC 9457). */
  ServerResponse expectProblem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).as("%s", this).isEqualTo("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").textValue()).as("%s", this).isEqualTo(code);
    assertThat(problem.path("type").textValue()).isEqualTo("/api/v1/problems/" + code);
    assertThat(problem.path("status").intValue()).isEqualTo(expected);
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).isNotBlank();
    assertThat(problem.path("instance").textValue()).startsWith("/");
    assertThat(problem.path("request_id").textValue()).isEqualTo(header("X-Request-Id"));
    return this;
  }

  /** Checks that this is an error of the token endpoint (RFC 6749, section 5.2). */
  ServerResponse expectTokenError(String error) {
    expect(400);
    assertThat(header("Content-Type")).startsWith("application/json");
    assertThat(header("Cache-Control")).isEqualTo("no-store");
    assertThat(fieldNames()).as("%s", this).containsExactlyInAnyOrder("error", "error_description");
    assertThat(json().path("error").textValue()).as("%s", this).isEqualTo(error);
    return this;
  }

  List<String> fieldNames() {
    List<String> names = new ArrayList<>();
    json().fieldNames().forEachRemaining(names::add);
    return names;
  }

  public JsonNode json() {
    try {
      return Json.read(body);
    } catch (IOException e) {
      throw new UncheckedIOException("No JSON: " + this, e);
    }
  }

  /** A member of the answer as text; "" where there is none. */
  String text(String member) {
    return json().path(member).asText();
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  long id() {
    return json().path("id").longValue();
  }

  /** The ids of a page's items, in their order. */
  List<Long> ids() {
    return json().path("items").valueStream().map(item -> item.path("id").longValue()).toList();
  }

  /** The pointers of the faults that a problem lists. */
  List<String> pointers() {
    return json().path("errors").findValuesAsText("pointer");
  }

  /** The header's value; "" where there is none. */
  String header(String name) {
    return String.join(", ", headers.allValues(name));
  }

  public String etag() {
    return header("ETag");
  }

  @Override
  public String toString() {
    return request + " -> " + status + " " + headers.map() + "\n" + text();
  }
}
