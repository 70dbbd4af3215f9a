package dev.hexdesk.bootstrap.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentTexts;
import dev.hexdesk.rest.testing.ApiContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What is expected of an answer: what its case says, and what holds for every answer. */
record Checks(Case sent, RequestRoute way, Texts texts, Exchange exchange) {
  private static final ApiContract DOCUMENT =
      new ApiContract(DocumentTexts.json(ApiDescription.of(Configurations.defaults())));

  private static final Map<String, String> ALWAYS =
      Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

  /** Names of classes and products, versions, and the words of databases. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\b(java|javax|jakarta|org|com|dev)\\.[a-z]+\\.|Exception|\\bat [A-Za-z.]+\\("
              + "|(?i:jetty|jersey|jackson|dropwizard|postgres|hikari|nginx)"
              + "|\\b[0-9]+\\.[0-9]+\\.[0-9]+\\b|SQLSTATE|\\b(SELECT|INSERT|UPDATE) [a-z]"
              + "|violates|\\bconstraint\\b|\\brelation\\b");

  void verify() {
    Outcome outcome = sent.outcome(way);
    assertThat(answer().status()).as("status of %s", answer()).isEqualTo(outcome.status());
    assertThat(exchange.rest()).as("what follows the answer").isEmpty();
    verifyHeaders(outcome);
    if (sent.isClosed(way)) {
      assertThat(answer().header("Connection")).as("the end is announced").hasValue("close");
    }
    if (outcome.isError() && !answer().method().equals("HEAD")) {
      verifyError(outcome);
    }
    verifyFacts(outcome);
    if (sent.raw() == null && !(way == RequestRoute.NGINX && sent.nginx() != null)) {
      DOCUMENT.verify(answer());
    }
  }

  private TestResponse answer() {
    return exchange.answer();
  }

  private void verifyHeaders(Outcome outcome) {
    ALWAYS.forEach((name, value) -> assertThat(answer().header(name)).as(name).hasValue(value));
    assertThat(answer().header("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(answer().header("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(id).matches("[A-Za-z0-9._-]{1,64}"));
    assertThat(answer().header("Server"))
        .isEqualTo(way == RequestRoute.NGINX ? Optional.of("nginx") : Optional.empty());
    assertThat(answer().header("Strict-Transport-Security"))
        .isEqualTo(way == RequestRoute.NGINX ? Optional.of("max-age=63072000") : Optional.empty());
    assertThat(answer().headers()).doesNotContainKeys("X-Powered-By", "Via");
    if (!outcome.answerHeaders().containsKey("Access-Control-Allow-Origin")) {
      assertThat(answer().headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }
    outcome
        .answerHeaders()
        .forEach(
            (name, value) ->
                assertThat(answer().header(name).orElse("none"))
                    .as(name)
                    .isEqualTo(texts.string(value)));
  }

  private void verifyError(Outcome outcome) {
    JsonNode error = answer().json();
    assertThat(answer().text()).doesNotContainPattern(INSIDES);
    if (answer().target().getRawPath().equals(ApiPaths.TOKEN)) {
      assertThat(answer().header("Content-Type")).hasValue("application/json");
      assertThat(error.path("error").asText()).isEqualTo(outcome.code());
      assertThat(error.path("error_description").asText()).isNotBlank();
      assertThat(error.size()).as("%s", error).isEqualTo(2);
      assertThat(answer().header("Cache-Control")).hasValue("no-store");
      return;
    }
    assertThat(answer().header("Content-Type")).hasValue("application/problem+json");
    assertThat(error.path("code").asText()).as("%s", error).isEqualTo(outcome.code());
    assertThat(error.path("type").asText()).isEqualTo(ApiPaths.PROBLEMS + "/" + outcome.code());
    assertThat(error.path("status").asInt()).isEqualTo(outcome.status());
    assertThat(error.path("title").asText()).isNotBlank();
    assertThat(error.path("detail").asText()).isNotBlank();
    assertThat(error.path("instance").asText()).startsWith("/");
    assertThat(answer().header("X-Request-Id")).hasValue(error.path("request_id").asText());
    if (!outcome.faults().isEmpty()) {
      assertThat(faults(error))
          .as("%s", error)
          .containsExactlyInAnyOrderElementsOf(outcome.faults());
    }
  }

  private static List<String> faults(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(
            fault ->
                fault.path(fault.has("pointer") ? "pointer" : "parameter").asText()
                    + " "
                    + fault.path("code").asText())
        .toList();
  }

  private void verifyFacts(Outcome outcome) {
    outcome
        .facts()
        .forEach(
            (pointer, value) -> {
              JsonNode found = answer().json().at(pointer);
              if (value.equals("none")) {
                assertThat(found.isMissingNode()).as("nothing at %s", pointer).isTrue();
              } else {
                assertThat(found)
                    .as("%s in %s", pointer, answer())
                    .isEqualTo(TestResponse.json(texts.string(value)));
              }
            });
    if (outcome.says() != null) {
      assertThat(answer().text()).contains(texts.string(outcome.says()));
    }
  }
}
