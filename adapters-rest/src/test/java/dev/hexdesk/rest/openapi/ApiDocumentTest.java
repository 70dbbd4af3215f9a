package dev.hexdesk.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDocumentTest {
  private static final JsonNode DOCUMENT = TestResponse.json(ServedDocument.json());
  private static final List<String> WRITTEN =
      List.of(
          "Assignee",
          "Bulk",
          "BulkOperation",
          "CommentInput",
          "CommentPatch",
          "EmployeeInput",
          "EmployeePatch",
          "ErasureOrder",
          "ImportForm",
          "LinkInput",
          "Merge",
          "NewPassword",
          "OwnPassword",
          "TicketInput",
          "TicketPatch",
          "UserInput",
          "UserPatch",
          "UserReplacement");

  static List<Operation> operations() {
    return Operations.all();
  }

  static Iterable<String> schemas() {
    return () -> DOCUMENT.at("/components/schemas").fieldNames();
  }

  private static JsonNode schema(String name) {
    return DOCUMENT.at("/components/schemas/" + name);
  }

  /** Every reference in the document, wherever it is. */
  private static Set<String> references() {
    return DOCUMENT.findValuesAsText("$ref").stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void isAnOpenApiDocumentOfVersion31() {
    assertThat(DOCUMENT.path("openapi").asText()).startsWith("3.1.");
    assertThat(DOCUMENT.at("/info/title").asText()).isEqualTo("Hexdesk");
    assertThat(DOCUMENT.at("/info/license/url").asText()).isNotBlank();
  }

  /** A client in Go makes a {@code Ticket} by {@code NewTicket}. */
  @ParameterizedTest
  @MethodSource("schemas")
  void namesNothingAsTheMakerOfSomethingElse(String name) {
    assertThat(schemas()).doesNotContain("New" + name);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyClientTakesAnAnswerWithoutContent(Operation operation) {
    JsonNode answers = operation.description().path("responses");

    assertThat(answers.has("406")).isNotEqualTo(answers.has("204"));
  }

  @Test
  void isTheSameEachTime() {
    assertThat(ServedDocument.json()).isEqualTo(ServedDocument.json());
  }

  @Test
  void namesEveryScopeOfThePasswordFlow() {
    JsonNode flow = DOCUMENT.at("/components/securitySchemes/oauth2/flows/password");

    assertThat(flow.path("tokenUrl").asText()).isEqualTo("/api/v1/token");
    assertThat(flow.path("scopes").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Arrays.stream(Scope.values()).map(Scope::code).toList());
  }

  @Test
  void takesEveryScopeForAToken() {
    String all = Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.joining(" "));
    String pattern = schema("TokenRequest").at("/properties/scope/pattern").asText();

    assertThat(all).matches(pattern);
    assertThat("tickets:admin").doesNotMatch(pattern);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void saysOfEveryOperationWhatItIsFor(Operation operation) {
    JsonNode description = operation.description();

    assertThat(operation.id()).matches("[a-z][A-Za-z]+");
    assertThat(description.path("summary").asText()).isNotBlank();
    assertThat(description.path("tags")).hasSize(1);
    assertThat(description.has("security")).isTrue();
    assertThat(description.path("responses").has("default")).isFalse();
    assertThat(description.path("responses").fieldNames())
        .toIterable()
        .contains("400", "500", "503");
    if (!operation.scopes().isEmpty()) {
      assertThat(description.path("description").asText()).contains("permission", ":");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void describesEveryParameter(Operation operation) {
    for (JsonNode parameter : operation.description().path("parameters")) {
      assertThat(parameter.path("name").asText()).isNotBlank();
      assertThat(parameter.at("/schema/type").asText()).isIn("string", "integer", "boolean");
      if (!parameter.path("in").asText().equals("path")) {
        assertThat(parameter.path("description").asText()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void takesNoBodyWhereNoneIsRead(Operation operation) {
    boolean writes = List.of("POST", "PUT", "PATCH").contains(operation.method());

    assertThat(operation.description().has("requestBody")).isEqualTo(writes);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void showsExamplesThatAreValid(Operation operation) {
    List<String> violations = new ArrayList<>();
    collectBodies(operation.description())
        .forEach(
            body -> {
              JsonNode schema = body.path("schema");
              if (body.has("example")) {
                violations.addAll(violationsOf(body.path("example"), schema));
              }
              for (JsonNode example : body.path("examples")) {
                violations.addAll(violationsOf(resolved(example).path("value"), schema));
              }
            });

    assertThat(violations).isEmpty();
  }

  private static List<JsonNode> collectBodies(JsonNode operation) {
    List<JsonNode> bodies = new ArrayList<>();
    operation.at("/requestBody/content").forEach(bodies::add);
    for (JsonNode answer : operation.path("responses")) {
      resolved(answer).path("content").forEach(bodies::add);
    }
    assertThat(bodies)
        .allSatisfy(
            body ->
                assertThat(body.has("example") || body.has("examples") || isOther(body)).isTrue());
    return bodies;
  }

  /** Forms and pages bear their examples in the schema, if at all. */
  private static boolean isOther(JsonNode body) {
    String schema = body.at("/schema/$ref").asText();
    return schema.isEmpty() || schema.endsWith("/TokenRequest") || schema.endsWith("/ImportForm");
  }

  private static List<String> violationsOf(JsonNode value, JsonNode schema) {
    // Beside the whole resource stands a selection of its fields.
    JsonNode whole = schema.has("anyOf") ? schema.at("/anyOf/0") : schema;
    if (!whole.has("$ref")) {
      return value.isTextual() ? List.of() : List.of(value + " is no file");
    }
    return ServedDocument.CONTRACT.errorsOf(value, whole.path("$ref").asText().substring(1));
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void showsExamplesOfFieldsThatAreValid(String name) {
    for (Map.Entry<String, JsonNode> property : schema(name).path("properties").properties()) {
      String pointer = "/components/schemas/" + name + "/properties/" + property.getKey();
      for (String keyword : List.of("example", "default")) {
        if (property.getValue().has(keyword)) {
          assertThat(ServedDocument.CONTRACT.errorsOf(property.getValue().get(keyword), pointer))
              .as("%s of %s", keyword, pointer)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void describesObjectsWhoseRequiredFieldsExist(String name) {
    assertThat(schema(name).path("type").asText())
        .isEqualTo(schema(name).has("enum") ? "string" : "object");
    assertThat(schema(name).path("description").asText()).isNotBlank();
    assertThat(schema(name).path("properties").has("unknown")).isFalse();
    for (JsonNode required : schema(name).path("required")) {
      assertThat(schema(name).path("properties").has(required.asText())).isTrue();
    }
    for (Map.Entry<String, JsonNode> property : schema(name).path("properties").properties()) {
      // A digit as in p95, which everybody calls so.
      assertThat(property.getKey()).matches("[a-z]+[0-9]*(_[a-z]+)*");
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void allowsNullWhereItIsAType(String name) {
    for (JsonNode property : schema(name).path("properties")) {
      boolean nullable = property.path("type").toString().contains("\"null\"");
      if (property.has("enum")) {
        assertThat(property.path("enum").toString().contains("null")).isEqualTo(nullable);
      }
      assertThat(property.has("nullable")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void hasPatternsThatCompile(String name) {
    for (JsonNode pattern : schema(name).findValues("pattern")) {
      Pattern.compile(pattern.asText());
      assertThat(pattern.asText()).startsWith("^").endsWith("$");
    }
  }

  /** Tools in Go and Rust know no look-around, no back-references and no Java's own escapes. */
  @Test
  void hasPatternsThatEveryReaderCompiles() {
    assertThat(DOCUMENT.findValues("pattern"))
        .isNotEmpty()
        .filteredOn(JsonNode::isTextual)
        .extracting(JsonNode::asText)
        .allSatisfy(
            pattern ->
                assertThat(PortablePattern.of(pattern))
                    .contains(pattern)
                    .hasValueSatisfying(
                        it -> assertThat(it).doesNotContainPattern("\\\\u|\\{[0-9]*,?[0-9]{4,}")));
  }

  @Test
  void closesWhatClientsSend() {
    Set<String> closed = new TreeSet<>();
    schemas()
        .forEach(
            name -> {
              if (schema(name).has("additionalProperties")) {
                assertThat(schema(name).path("additionalProperties").asBoolean(true)).isFalse();
                closed.add(name);
              }
            });

    assertThat(closed).containsExactlyElementsOf(WRITTEN);
  }

  @Test
  void neverShowsAPasswordInAnAnswer() {
    for (String name : List.of("User", "UserPage", "Me")) {
      assertThat(schema(name).toString()).doesNotContain("password");
    }
  }

  @Test
  void refersToWhatIsThereAndHasNothingElse() {
    Set<String> there = new TreeSet<>();
    for (String kind : List.of("schemas", "responses", "headers", "examples", "links")) {
      DOCUMENT
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> there.add("#/components/" + kind + "/" + name));
    }

    assertThat(references()).isEqualTo(there);
  }

  @Test
  void tellsTheOperatorsLimits() {
    assertThat(schema("TicketInput").at("/properties/title/maxLength").asInt()).isEqualTo(200);
    assertThat(schema("TicketInput").at("/properties/title/minLength").asInt()).isEqualTo(3);
    assertThat(schema("UserInput").at("/properties/password/maxLength").asInt()).isEqualTo(64);
    JsonNode limit = Operations.named("listUsers").description().at("/parameters/0/schema");
    assertThat(limit.path("maximum").asInt()).isEqualTo(100);
    assertThat(limit.path("default").asInt()).isEqualTo(50);
  }
}
