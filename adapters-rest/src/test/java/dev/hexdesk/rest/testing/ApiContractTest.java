package dev.hexdesk.rest.testing;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.ticket.TicketResponse;
import io.dropwizard.jackson.Jackson;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that answers which keep to the API document pass, and others do not. */
class ApiContractTest {
  private static final String TICKET = json(aTicket().titled("T").build());
  private static final String PROBLEM =
      """
      {"type": "/api/v1/problems/not_found", "title": "None", "status": 404, "detail": "None",
       "instance": "/api/v1/tickets/1", "code": "not_found", "request_id": "r"}
      """;
  private static final TestResponse READ =
      answer("GET", "/api/v1/tickets/1", 200, TICKET)
          .with("Content-Type", "application/json")
          .with("ETag", "\"3\"")
          .answer();
  private static final TestResponse MISSING =
      answer("GET", "/api/v1/tickets/1", 404, PROBLEM)
          .with("Content-Type", "application/problem+json")
          .answer();

  private record Building(TestResponse answer) {
    Building with(String name, String value) {
      Map<String, List<String>> headers = new TreeMap<>(answer.headers());
      headers.put(name, List.of(value));
      return new Building(copy(answer, answer.status(), headers, answer.text()));
    }

    Building without(String name) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(answer.headers());
      headers.remove(name);
      return new Building(copy(answer, answer.status(), headers, answer.text()));
    }
  }

  private static String json(Ticket ticket) {
    try {
      return ApiJson.configure(Jackson.newObjectMapper())
          .writeValueAsString(TicketResponse.of(ticket));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Building answer(String method, String target, int status, String body) {
    return new Building(
            new TestResponse(
                method,
                URI.create(target),
                Optional.empty(),
                status,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)))
        .with("X-Request-Id", "r");
  }

  private static TestResponse copy(
      TestResponse answer, int status, Map<String, List<String>> headers, String body) {
    return new TestResponse(
        answer.method(),
        answer.target(),
        answer.sent(),
        status,
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static TestResponse withBody(TestResponse answer, String body) {
    return copy(answer, answer.status(), answer.headers(), body);
  }

  private static TestResponse withStatus(TestResponse answer, int status) {
    return copy(answer, status, answer.headers(), answer.text());
  }

  private static List<String> violationsOf(TestResponse answer) {
    return ServedDocument.CONTRACT.violationsOf(answer);
  }

  @Test
  void letsTheInnocentPass() {
    assertThat(violationsOf(READ)).isEmpty();
    assertThat(violationsOf(MISSING)).isEmpty();
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    TestResponse guilty = new Building(withBody(READ, "{\"id\": 0}")).without("ETag").answer();

    assertThatThrownBy(() -> ServedDocument.CONTRACT.verify(guilty))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ETag is missing")
        .hasMessageContaining("title")
        .hasMessageContaining("GET /api/v1/tickets/1 -> 200");
  }

  @Test
  void catchesAStatusThatIsNotDescribed() {
    assertThat(violationsOf(withStatus(READ, 202))).containsExactly("the status is not described");
    assertThat(violationsOf(withStatus(MISSING, 418)))
        .containsExactly("the status is not described");
  }

  @Test
  void catchesAPathThatIsNotDescribed() {
    TestResponse found = answer("GET", "/api/v1/secrets", 200, "{}").answer();

    assertThat(violationsOf(found)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "POST, 201", "PUT, 501"})
  void catchesAMethodThatIsNotDescribed(String method, int status) {
    assertThat(violationsOf(answer(method, "/api/v1/token", status, "").answer())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET, HEAD", "GET, HEAD, OPTIONS, TRACE", ""})
  void catchesAWrongListOfMethods(String allow) {
    TestResponse refused =
        answer("POST", "/api/v1/me", 405, PROBLEM.replace("404", "405"))
            .with("Content-Type", "application/problem+json")
            .with("Allow", allow)
            .answer();

    assertThat(violationsOf(refused)).hasSize(1);
    assertThat(violationsOf(new Building(refused).with("Allow", "GET, HEAD, OPTIONS").answer()))
        .isEmpty();
  }

  @Test
  void catchesAnotherContentType() {
    assertThat(violationsOf(new Building(READ).with("Content-Type", "text/plain").answer()))
        .hasSize(1);
    assertThat(violationsOf(new Building(READ).without("Content-Type").answer())).hasSize(1);
    assertThat(
            violationsOf(new Building(MISSING).with("Content-Type", "application/json").answer()))
        .isNotEmpty();
  }

  @Test
  void catchesABodyWhereThereShouldBeNone() {
    assertThat(violationsOf(answer("DELETE", "/api/v1/tickets/1", 204, "").answer())).isEmpty();
    assertThat(violationsOf(answer("DELETE", "/api/v1/tickets/1", 204, "{}").answer())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id":1             | "id":"1"
          "id":1             | "id":0
          "title":"T",       | ''
          "title":"T"        | "title":null
          "status":"new"     | "status":"done"
          "assignee_id":null | "assignee_id":"me"
          2026-11-23T12:00:00.000Z | 2026-11-23 10:15
          """)
  void catchesABodyThatIsNotAsDescribed(String part, String other) {
    String body = TICKET.replaceFirst(java.util.regex.Pattern.quote(part), other);
    assertThat(body).isNotEqualTo(TICKET);

    assertThat(violationsOf(withBody(READ, body))).hasSize(1);
  }

  @Test
  void catchesFaultsOfItemsToo() {
    TestResponse page =
        answer(
                "GET",
                "/api/v1/tickets",
                200,
                "{\"items\": [" + TICKET.replace("new", "done") + "], \"next_cursor\": null}")
            .with("Content-Type", "application/json")
            .answer();

    assertThat(violationsOf(page)).hasSize(1).first().asString().contains("/items/0/status");
  }

  @Test
  void catchesHeadersThatAreMissingOrNotDescribed() {
    assertThat(violationsOf(new Building(READ).without("ETag").answer())).hasSize(1);
    assertThat(violationsOf(new Building(READ).with("Location", "/x").answer())).hasSize(1);
    assertThat(violationsOf(new Building(READ).without("X-Request-Id").answer())).hasSize(1);
    assertThat(violationsOf(new Building(MISSING).with("ETag", "\"3\"").answer())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"404, 400", "not_found, gone", "'\"r\"', '\"s\"'"})
  void catchesAProblemThatContradictsItself(String part, String other) {
    assertThat(violationsOf(withBody(MISSING, PROBLEM.replaceFirst(part, other)))).isNotEmpty();
  }

  @Test
  void catchesAProblemThatIsNotDescribedHere() {
    TestResponse other = withBody(MISSING, PROBLEM.replace("not_found", "in_use"));

    assertThat(violationsOf(other)).containsExactly("the problem in_use is not described");
  }

  @Test
  void catchesARequestThatShouldNotHaveBeenTaken() {
    TestResponse taken =
        new TestResponse(
            "PATCH",
            URI.create("/api/v1/tickets/1?dry_run=1"),
            Optional.of("{\"statu\": \"open\"}".getBytes(StandardCharsets.UTF_8)),
            200,
            READ.headers(),
            READ.body());

    assertThat(violationsOf(taken)).hasSize(2);
  }
}
