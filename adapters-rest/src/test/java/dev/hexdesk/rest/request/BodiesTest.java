package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import dev.hexdesk.rest.testing.TestResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
  private static final Api API = AllResources.api();

  static Iterable<Operation> takingJson() {
    return Operations.takingJson();
  }

  private static Call to(Operation operation) {
    return API.call(operation.method(), operation.target()).as(ADMIN);
  }

  private static TestResponse patch(String body) {
    return patch(body.getBytes(UTF_8));
  }

  private static TestResponse patch(byte[] body) {
    return API.patch("/api/v1/tickets/1").as(ADMIN).body("application/json", body).send();
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void takesTheDocumentsOwnExample(Operation operation) {
    assertThat(operation.on(API).as(ADMIN).send().status()).isBetween(200, 207);
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void readsOneJsonObjectAndNothingElse(Operation operation) {
    for (String body :
        List.of(
            "",
            " ",
            "null",
            "[]",
            "[{}]",
            "[null]",
            "\"\"",
            "\"{}\"",
            "0",
            "true",
            "{",
            "}",
            "{}{}",
            "{} x",
            "{},",
            "{\"a\"}",
            "{a: 1}",
            "{'a': 1}",
            "{\"a\": 1,}",
            "{\"a\": 01}",
            "{\"a\": NaN}",
            "{\"a\": .5}",
            "{\"a\": \"\t\"}",
            "{\"a\": \"\\x\"}",
            "{/**/}",
            "<xml/>")) {
      TestResponse answer = to(operation).json(body).send();

      assertThat(answer).isProblem(ProblemType.MALFORMED_REQUEST);
      assertThat(answer.text()).doesNotContain("com.fasterxml", "dev.hexdesk", "java.");
    }
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void needsABody(Operation operation) {
    assertThat(to(operation).send()).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(to(operation).header("Content-Type", "application/json").send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void takesNoMemberTwice(Operation operation) {
    for (String body :
        List.of(
            "{\"x\": 1, \"x\": 1}",
            "{\"x\": {\"y\": 1, \"y\": 2}}",
            "{\"x\": 1, \"\\u0078\": 2}",
            "{\"x\": [{\"y\": 1, \"y\": 2}]}")) {
      assertThat(to(operation).json(body).send()).isProblem(ProblemType.MALFORMED_REQUEST);
    }
  }

  @Test
  void takesNoMemberTwiceEvenWithTheSameValue() {
    assertThat(patch("{\"title\": \"It burns\", \"title\": \"It burns\"}"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasMember("detail", "The body has a member twice in one object (line 1, column 30).");
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void refusesUnknownMembersOfAnyKind(Operation operation) {
    String example = operation.on(API).body().map(body -> new String(body, UTF_8)).orElseThrow();
    for (String value : List.of("null", "1", "1e400", "\"x\"", "[1, [2]]", "{\"a\": {}}")) {
      String body = example.replaceFirst("\\{", "{\"unheard_of\": " + value + ", ");

      assertThat(to(operation).json(body).send())
          .isProblem(ProblemType.UNKNOWN_FIELD)
          .hasFaults("/unheard_of unknown_field");
    }
  }

  @Test
  void pointsAtUnknownMembersByTheRulesOfPointers() {
    assertThat(patch("{\"a/b\": 1, \"c~d\": 2, \"\": 3, \"e f\": 4}"))
        .isProblem(ProblemType.UNKNOWN_FIELD)
        .hasFaults(
            "/ unknown_field", "/a~1b unknown_field", "/c~0d unknown_field", "/e f unknown_field");
  }

  @Test
  void tellsTheFirstOfAGreatManyFaults() {
    String members =
        IntStream.range(0, 5_000)
            .mapToObj("\"x%04d\": 0"::formatted)
            .collect(Collectors.joining(", "));
    TestResponse answer = patch("{" + members + "}");

    assertThat(answer).isProblem(ProblemType.UNKNOWN_FIELD);
    assertThat(answer.json().path("errors")).hasSize(Problem.MOST_FAULTS);
    assertThat(answer.json().path("detail").asText()).isEqualTo("5000 faults were found.");
  }

  @Test
  void readsNestedValuesToALimit() {
    assertThat(patch("{\"x\": " + "[".repeat(31) + "]".repeat(31) + "}"))
        .isProblem(ProblemType.UNKNOWN_FIELD);
    assertThat(patch("{\"x\": " + "[".repeat(32) + "]".repeat(32) + "}"))
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("{\"x\": ".repeat(33) + "1" + "}".repeat(33)))
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("[".repeat(100_000))).isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void saysWhatIsTooDeep() {
    for (String body :
        List.of("[".repeat(33), "{\"x\": " + "[".repeat(33), "{\"title\": ".repeat(33))) {
      TestResponse answer = patch(body);

      assertThat(answer).isProblem(ProblemType.MALFORMED_REQUEST);
      assertThat(answer.json().path("detail").asText()).doesNotContain("well-formed");
    }
  }

  @Test
  void readsNumbersToALimit() {
    assertThat(patch("{\"employee_id\": " + "1".repeat(1001) + "}"))
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("{\"x\": " + "1".repeat(1001) + "}")).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("{\"employee_id\": 9223372036854775807}")).hasStatus(200);
  }

  @Test
  void readsAMebibyteAndNoMore() {
    String full = "{\"x\": \"" + "x".repeat((1 << 20) - 9) + "\"}";
    assertThat(full).hasSize(1 << 20);

    assertThat(patch(full)).isProblem(ProblemType.UNKNOWN_FIELD);
    assertThat(patch(full + " ")).isProblem(ProblemType.PAYLOAD_TOO_LARGE);
    assertThat(patch(full + " ".repeat(1 << 20))).isProblem(ProblemType.PAYLOAD_TOO_LARGE);
  }

  /** What can't be read to its end is too large even when its beginning is broken. */
  @Test
  void countsBeforeItParses() {
    assertThat(patch("x".repeat((1 << 20) + 1))).isProblem(ProblemType.PAYLOAD_TOO_LARGE);
  }

  @ParameterizedTest
  @MethodSource("takingJson")
  void takesJsonOnly(Operation operation) {
    for (String type :
        List.of(
            "text/plain",
            "text/json",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/json-patch+json",
            "application/problem+json",
            "application/*",
            "multipart/form-data; boundary=x")) {
      TestResponse answer = to(operation).body(type, "{}".getBytes(UTF_8)).send();
      assertThat(answer).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      switch (operation.method()) {
        case "POST" -> assertThat(answer).hasHeader("Accept-Post", "application/json");
        case "PATCH" ->
            assertThat(answer)
                .hasHeader("Accept-Patch", "application/merge-patch+json, application/json");
        default -> assertThat(answer).hasNoHeader("Accept-Post").hasNoHeader("Accept-Patch");
      }
    }
  }

  @Test
  void tellsWhoAsksWhatItTakes() {
    assertThat(API.call("OPTIONS", "/api/v1/tickets").send())
        .hasHeader("Accept-Post", "application/json")
        .hasNoHeader("Accept-Patch");
    assertThat(API.call("OPTIONS", "/api/v1/tickets/1").send())
        .hasHeader("Accept-Patch", "application/merge-patch+json, application/json")
        .hasNoHeader("Accept-Post");
  }

  @Test
  void takesMergePatchesWhereItPatches() {
    for (Operation operation : Operations.takingJson()) {
      TestResponse answer = to(operation).mergePatch("{\"x\": 1}").send();

      if (operation.method().equals("PATCH")) {
        assertThat(answer).isProblem(ProblemType.UNKNOWN_FIELD);
      } else {
        assertThat(answer).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "application/json; charset=\"Utf-8\"",
        "application/json; charset=utf8",
        "application/json;charset=UTF8",
        "application/json;q=1;charset=utf_8",
        "application/json;charset=unicode-1-1-utf-8",
        "Application/JSON"
      })
  void takesUtf8InAnySpelling(String type) {
    assertThat(API.patch("/api/v1/tickets/1").as(ADMIN).body(type, "{}".getBytes(UTF_8)).send())
        .hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"utf-7", "utf-16", "utf-16le", "utf-32", "iso-8859-1", "us-ascii", "x", "''"})
  void takesNoOtherCharset(String charset) {
    assertThat(
            API.patch("/api/v1/tickets/1")
                .as(ADMIN)
                .body("application/json; charset=" + charset, "{}".getBytes(UTF_8))
                .send())
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void guessesNoCharset() {
    for (Charset charset : List.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32"))) {
      assertThat(patch("{\"title\": \"It burns\"}".getBytes(charset)))
          .isProblem(ProblemType.MALFORMED_REQUEST);
    }
    assertThat(patch("{\"title\": \"Zoë\"}".getBytes(ISO_8859_1)))
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  /** Overlong NUL, a surrogate's three bytes, beyond Unicode, a lonely end, a missing end. */
  @ParameterizedTest
  @ValueSource(strings = {"c080", "eda080", "f4908080", "80", "c3", "e28b", "f8888080", "ff", "fe"})
  void refusesWhatIsNoUtf8(String hex) {
    String body =
        "{\"title\": \"It " + new String(java.util.HexFormat.of().parseHex(hex), ISO_8859_1);

    assertThat(patch((body + " burns\"}").getBytes(ISO_8859_1)))
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void skipsNoMoreThanOneByteOrderMark() {
    assertThat(patch("\ufeff\ufeff{}")).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("{}\ufeff")).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(patch("\ufeff")).isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void keepsBodiesOutOfItsProblems() {
    TestResponse answer = patch("{\"title\": [\"secret\"], \"priority\": secret}");

    assertThat(answer).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(answer.text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*"})
  void answersInJsonOnly(String accept) {
    assertThat(API.get("/api/v1/tickets/1").as(ADMIN).accepting(accept).send())
        .isProblem(ProblemType.NOT_ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html, */*;q=0.1"})
  void answersWhoTakesJson(String accept) {
    assertThat(API.get("/api/v1/tickets/1").as(ADMIN).accepting(accept).send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json");
  }

  @Test
  void ignoresBodiesThatNobodyReads() {
    assertThat(API.delete("/api/v1/tickets/1").as(ADMIN).json("{broken").send()).hasStatus(204);
  }

  /** Weights are for {@code Accept}; here they are parameters like others. */
  @ParameterizedTest
  @ValueSource(strings = {"q=2", "q=x", "q=0", "q=0.5;charset=utf-8", "Q=\"\""})
  void aWeightOfABodysTypeMeansNothing(String parameter) {
    assertThat(
            API.patch("/api/v1/tickets/1")
                .as(ADMIN)
                .body("application/json;" + parameter, "{}".getBytes(UTF_8))
                .send())
        .hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "nonsense", "*/*;q=2", "application/json;q=2"})
  void aTypeMeansNothingWhereNoBodyIsRead(String type) {
    assertThat(API.get("/api/v1/tickets/1").as(ADMIN).header("Content-Type", type).send())
        .hasStatus(200);
  }
}
