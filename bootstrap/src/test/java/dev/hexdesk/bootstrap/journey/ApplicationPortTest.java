package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is at the application's port, and that there is nothing else. */
class ApplicationPortTest extends Journey {
  private static final String HOST = "Host: localhost";
  private static final String CLOSE = "Connection: close";

  private Answer send(String... lines) throws IOException {
    return new RawHttp(desk.port()).send(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api/v1",
        "/api/v1/",
        "/api/v2/users",
        "/api/v1/users/",
        "/api/v1/me;x=1",
        "/api/v1/docs/nothing.js",
        "/.well-known/nothing",
        "/healthcheck",
        "/metrics",
        "/ping",
        "/threads",
        "/admin",
        "/tasks/gc"
      })
  void thereIsNothingElseOnTheApplicationPort(String path) {
    desk.atRoot()
        .with("Authorization", "Bearer " + admin.token())
        .get(path)
        .expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1//me",
        "/api/v1/docs/..;/me",
        "/api/v1/docs/../me",
        "/api/v1/docs/%2e%2e/me",
        "/api/v1/docs/%2e%2e%2fconfig.yml",
        "/api/v1/docs/%5c..%5cconfig.yml",
        "/api/v1/docs/%00",
        "/api/v1/docs/%252e%252e%252fme"
      })
  void noOtherSpellingOfAPathLeadsAnywhere(String path) throws IOException {
    Answer answer = send("GET " + path + " HTTP/1.1", HOST, CLOSE);

    // Some are other spellings of a resource that wants a token.
    assertThat(answer.status()).as("%s", answer).isIn(400, 401, 404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void theTopLeadsToTheDocs() {
    Answer top = desk.atRoot().get("/");
    assertThat(top.status()).isBetween(301, 308);
    assertThat(top.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get(top.header("Location")).expect(200).text()).contains("swagger-ui");
    Answer withoutSlash = desk.asNobody().get("/docs");
    assertThat(withoutSlash.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get("/favicon.ico").expect(200).header("Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void methodsThatAreNotOfferedAreRefusedWithThoseThatAre() throws IOException {
    assertThat(as(admin).delete("/users").expectProblem(405, "method_not_allowed").header("Allow"))
        .contains("GET", "HEAD", "POST", "OPTIONS");
    assertThat(
            as(admin)
                .post("/me", Json.object())
                .expectProblem(405, "method_not_allowed")
                .header("Allow"))
        .contains("GET", "HEAD", "OPTIONS")
        .doesNotContain("POST");
    for (String method : List.of("TRACE", "CONNECT", "BREW")) {
      Answer answer = send(method + " /api/v1/users HTTP/1.1", HOST, CLOSE);
      assertThat(answer.status()).as("%s", answer).isIn(400, 405);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(as(admin).with("X-HTTP-Method-Override", "DELETE").get("/me").expect(200).text())
        .contains(admin.username());
  }

  @Test
  void everyAnswerKeepsBrowsersFromGuessing() throws IOException {
    for (Answer answer :
        List.of(
            as(admin).get("/me"),
            as(admin).get("/users/0"),
            desk.asNobody().get("/me"),
            desk.atRoot().get("/nowhere"),
            send("nonsense"))) {
      assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.header("X-Request-Id")).isNotBlank();
    }
  }
}
