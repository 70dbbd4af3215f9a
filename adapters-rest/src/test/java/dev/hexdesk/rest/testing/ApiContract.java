package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.hexdesk.rest.testing.DescribedOperation.DescribedPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Holds answers against an OpenAPI document: whatever an answer has that the document does not
 * describe, or lacks that the document promises, is an error.
 */
public final class ApiContract {
  private static final String LOCATION = "https://desk.example/openapi.json";
  private static final String PROBLEM = "/components/schemas/Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  /** What the server may answer before it looks at paths. */
  private static final Set<Integer> BEFORE_ROUTING = Set.of(400, 414, 417, 431);

  /** Pages and the document itself, which describes itself as little as a book lists its pages. */
  private static final String BESIDES =
      "/|/favicon\\.ico|/\\.well-known/security\\.txt"
          + "|/api/v1/openapi(-3\\.0)?\\.(json|yaml)|/api/v1/docs(/.*)?";

  /** Headers that mean something to clients of this API; others need no description. */
  private static final List<String> MEANINGFUL =
      List.of("ETag", "Link", "Location", "Retry-After", "WWW-Authenticate", "X-Request-Id");

  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  /** What a document has around its schemas. */
  private static final List<String> DOCUMENT_ITSELF =
      List.of("openapi", "info", "servers", "tags", "paths", "components");

  private final JsonNode document;
  private final SchemaRegistry schemas;

  /**
   * @param document in JSON, as the server serves it
   */
  public ApiContract(String document) {
    this.document = TestResponse.json(document);
    this.schemas =
        SchemaRegistry.withDialect(
            dialect(), registry -> registry.schemas(Map.of(LOCATION, document)));
  }

  /** OpenAPI's own; but the library believes in no address below a domain for examples. */
  private static Dialect dialect() {
    return Dialect.builder(Dialects.getOpenApi31())
        .format(PatternFormat.of("idn-email", "[^@\\s]+@[^@\\s]+", "format.idn-email"))
        .keywords(DOCUMENT_ITSELF.stream().map(NonValidationKeyword::new).toList())
        .build();
  }

  /** Fails with all that is wrong about the answer. */
  public void verify(TestResponse answer) {
    List<String> violations = violationsOf(answer);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "The API document does not describe this answer:\n- %s\n\n%s"
              .formatted(String.join("\n- ", violations), answer));
    }
  }

  List<String> violationsOf(TestResponse answer) {
    List<String> violations = new ArrayList<>();
    Optional<DescribedPath> path = DescribedPath.of(document, pathOf(answer));
    if (path.isEmpty()) {
      verifyUndescribedPath(answer, violations);
    } else {
      path.get()
          .operation(answer.method())
          .ifPresentOrElse(
              operation -> verify(operation, answer, violations),
              () -> verifyUndescribedMethod(path.get(), answer, violations));
    }
    return violations;
  }

  /** Letters and digits that are encoded make no other path (RFC 3986, section 6.2.2.2). */
  private static String pathOf(TestResponse answer) {
    return ESCAPE
        .matcher(answer.target().getRawPath())
        .replaceAll(
            escape -> {
              String meant = Character.toString(HexFormat.fromHexDigits(escape.group(1)));
              return meant.matches("[0-9A-Za-z_~-]") ? meant : escape.group();
            });
  }

  private void verifyUndescribedPath(TestResponse answer, List<String> violations) {
    if (pathOf(answer).matches(BESIDES) && answer.status() < 400) {
      return;
    }
    if (answer.status() < 400) {
      violations.add("the path is not described, so it should not be found");
      return;
    }
    verifyProblem(answer, violations);
  }

  private void verifyUndescribedMethod(
      DescribedPath path, TestResponse answer, List<String> violations) {
    if (answer.status() == 404) {
      verifyProblem(answer, violations);
      return;
    }
    Set<String> allowed = new TreeSet<>();
    answer
        .header("Allow")
        .ifPresent(methods -> allowed.addAll(List.of(methods.strip().split("\\s*,\\s*"))));
    if (!allowed.equals(path.methods())) {
      violations.add("Allow should name " + path.methods() + ", not " + allowed);
    }
    if (answer.method().equals("OPTIONS")) {
      if (answer.status() >= 300) {
        violations.add("OPTIONS should succeed");
      }
    } else if (answer.status() != 405) {
      violations.add("the method is not described, so the answer should be 405");
    } else if (path.template().endsWith("/token")) {
      verifySchema(answer, "/components/schemas/TokenError", violations);
    } else {
      verifyProblem(answer, violations);
    }
  }

  private void verify(DescribedOperation operation, TestResponse answer, List<String> violations) {
    JsonNode responses = operation.operation().path("responses");
    JsonNode response = resolved(responses.path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      if (BEFORE_ROUTING.contains(answer.status())) {
        verifyProblem(answer, violations);
      } else {
        violations.add("the status is not described");
      }
      return;
    }
    verifyHeaders(response.path("headers"), answer, violations);
    if (!answer.method().equals("HEAD")) {
      verifyContent(response.path("content"), answer, violations);
    }
    if (answer.status() < 300) {
      verifyRequest(operation, answer, violations);
    }
  }

  private void verifyHeaders(JsonNode described, TestResponse answer, List<String> violations) {
    for (String name : MEANINGFUL) {
      if (answer.headers().containsKey(name) && !described.has(name)) {
        violations.add("the header " + name + " is not described");
      }
    }
    described
        .properties()
        .forEach(
            entry -> {
              JsonNode header = resolved(entry.getValue());
              if (header.path("required").asBoolean()
                  && !answer.headers().containsKey(entry.getKey())) {
                violations.add("the header " + entry.getKey() + " is missing");
              }
              if (header.path("schema").path("type").asText().equals("integer")
                  && !answer.header(entry.getKey()).orElse("0").matches("[0-9]+")) {
                violations.add("the header " + entry.getKey() + " is no number");
              }
            });
  }

  private void verifyContent(JsonNode content, TestResponse answer, List<String> violations) {
    if (content.isMissingNode()) {
      if (answer.body().length > 0 || answer.mediaType().isPresent()) {
        violations.add("there should be no body");
      }
      return;
    }
    JsonNode body = content.path(answer.mediaType().orElse("none"));
    if (body.isMissingNode()) {
      violations.add("the content type " + answer.mediaType() + " is not described");
      return;
    }
    if (answer.mediaType().orElseThrow().endsWith("json")) {
      verifySchema(answer, described(body.path("schema"), answer), violations);
    }
    if (answer.mediaType().orElseThrow().equals(PROBLEM_JSON)) {
      verifyProblem(answer, violations);
      String code = answer.json().path("code").asText();
      if (!body.path("examples").has(code)) {
        violations.add("the problem " + code + " is not described");
      }
    }
  }

  /** The whole resource, or a selection of its fields where these were asked for. */
  private static String described(JsonNode schema, TestResponse answer) {
    String query = Optional.ofNullable(answer.target().getRawQuery()).orElse("");
    JsonNode chosen =
        schema.has("anyOf")
            ? schema.path("anyOf").path(("&" + query).contains("&fields=") ? 1 : 0)
            : schema;
    return chosen.path("$ref").asText().substring(1);
  }

  private void verifyProblem(TestResponse answer, List<String> violations) {
    if (answer.method().equals("HEAD")) {
      return;
    }
    if (!answer.mediaType().equals(Optional.of(PROBLEM_JSON))) {
      violations.add("it should be a problem");
      return;
    }
    verifySchema(answer, PROBLEM, violations);
    JsonNode problem = answer.json();
    if (problem.path("status").asInt() != answer.status()) {
      violations.add("the problem has another status");
    }
    if (!problem.path("type").asText().endsWith("/" + problem.path("code").asText())) {
      violations.add("the problem's type and code differ");
    }
    if (!Optional.of(problem.path("request_id").asText()).equals(answer.header("X-Request-Id"))) {
      violations.add("the problem has another request id");
    }
  }

  private void verifySchema(TestResponse answer, String pointer, List<String> violations) {
    errorsOf(answer.json(), pointer).forEach(error -> violations.add("the body: " + error));
  }

  /** What was accepted must have been described, too. */
  private void verifyRequest(
      DescribedOperation operation, TestResponse answer, List<String> violations) {
    JsonNode content = operation.operation().path("requestBody").path("content");
    JsonNode schema = content.path("application/json").path("schema");
    if (answer.sent().isPresent() && !schema.isMissingNode()) {
      JsonNode sent = TestResponse.json(new String(answer.sent().get(), StandardCharsets.UTF_8));
      errorsOf(sent, schema.path("$ref").asText().substring(1))
          .forEach(error -> violations.add("a body was taken that is not described: " + error));
    }
    String query = Optional.ofNullable(answer.target().getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
      if (!name.isEmpty() && !hasParameter(operation, name)) {
        violations.add("a parameter was taken that is not described: " + name);
      }
    }
  }

  private static boolean hasParameter(DescribedOperation operation, String name) {
    return StreamSupport.stream(operation.operation().path("parameters").spliterator(), false)
        .anyMatch(
            parameter ->
                parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name));
  }

  /** What is wrong with a value by the schema at this place of the document. */
  public List<String> errorsOf(JsonNode value, String pointer) {
    Schema schema = schemas.getSchema(SchemaLocation.of(LOCATION + "#" + pointer));
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
