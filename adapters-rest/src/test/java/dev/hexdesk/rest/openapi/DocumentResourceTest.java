package dev.hexdesk.rest.openapi;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class DocumentResourceTest {
  private final Api api = Api.of(new DocumentResource(ServedDocument::build));

  @Test
  void servesTheDocumentInJson() {
    assertThat(api.get("/api/v1/openapi.json").send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json")
        .hasHeader("Cache-Control", "public, no-cache")
        .hasJson(ServedDocument.json());
  }

  @Test
  void servesTheSameDocumentInYaml() throws IOException {
    TestResponse yaml = api.get("/api/v1/openapi.yaml").send();

    assertThat(yaml)
        .hasStatus(200)
        .hasHeader("Content-Type", "application/yaml;charset=utf-8")
        .hasHeader("Cache-Control", "public, no-cache");
    assertThat(new ObjectMapper(new YAMLFactory()).readTree(yaml.text()))
        .isEqualTo(TestResponse.json(ServedDocument.json()));
  }

  /** Whoever looks for changes sends for half a megabyte only where there are some. */
  @ParameterizedTest
  @ValueSource(strings = {"openapi.json", "openapi.yaml", "openapi-3.0.json"})
  void sendsTheDocumentOnceToWhoHasIt(String name) {
    String tag = api.get("/api/v1/" + name).send().header("ETag").orElseThrow();

    assertThat(api.get("/api/v1/" + name).ifNoneMatch(tag).send())
        .hasStatus(304)
        .hasHeader("ETag", tag)
        .hasHeader("Cache-Control", "public, no-cache")
        .hasNoBody();
    assertThat(api.get("/api/v1/" + name).ifNoneMatch(tag.replaceFirst("\"$", "--gzip\"")).send())
        .hasStatus(304);
    assertThat(api.get("/api/v1/" + name).ifNoneMatch("\"1\"").send()).hasStatus(200);
  }

  /** Readers of YAML 1.1, which are many, take a date without quotes for no string. */
  @Test
  void keepsStringsStringsInYaml() {
    Object read = new Yaml().load(api.get("/api/v1/openapi.yaml").send().text());

    assertThat(new ObjectMapper().<JsonNode>valueToTree(read))
        .isEqualTo(TestResponse.json(ServedDocument.json()));
  }

  @Test
  void servesTheSameForToolsThatReadNothingNewerThan30() {
    TestResponse answer = api.get("/api/v1/openapi-3.0.json").send();

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json")
        .hasHeader("Cache-Control", "public, no-cache");
    JsonNode older = TestResponse.json(answer.text());
    JsonNode newer = TestResponse.json(ServedDocument.json());
    assertThat(older.path("openapi").textValue()).isEqualTo("3.0.3");
    assertThat(older.path("paths").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> newer.path("paths").fieldNames());
    assertThat(older.findValues("type")).noneMatch(JsonNode::isArray);
    assertThat(older.findValues("examples")).noneMatch(JsonNode::isArray);
    assertThat(older.findValues("enum"))
        .allSatisfy(values -> assertThat(values).noneMatch(JsonNode::isNull));
    assertThat(older.findParents("$ref")).allMatch(reference -> reference.size() == 1);
  }

  @Test
  void saysInOlderWordsWhatTheyCanSay() {
    JsonNode schemas =
        TestResponse.json(api.get("/api/v1/openapi-3.0.json").send().text())
            .at("/components/schemas");

    JsonNode assignee = schemas.at("/Ticket/properties/assignee_id");
    assertThat(assignee.path("type").textValue()).isEqualTo("integer");
    assertThat(assignee.path("nullable").booleanValue()).isTrue();
    assertThat(assignee.path("format").textValue()).isEqualTo("int64");
    assertThat(schemas.at("/TicketInput/properties/priority/nullable").booleanValue()).isTrue();
    assertThat(schemas.at("/TicketInput/properties/priority/allOf/0/$ref").textValue())
        .isEqualTo("#/components/schemas/TicketPriority");
    assertThat(schemas.at("/TicketPriority/enum").size()).isEqualTo(4);
    assertThat(schemas.at("/FieldChange/properties/from/type").isMissingNode()).isTrue();
    assertThat(schemas.at("/TicketFigures/properties/resolution/allOf/0/$ref").textValue())
        .isEqualTo("#/components/schemas/TicketTimes");
  }

  @Test
  void isInOlderWordsWhatGeneratorsMakeWorkingClientsOf() {
    JsonNode older = TestResponse.json(api.get("/api/v1/openapi-3.0.json").send().text());

    assertThat(older.findValuesAsText("pattern")).noneMatch(pattern -> pattern.contains("\\p{"));
    assertThat(
            older.at("/paths/~1api~1v1~1employees~1import/post/requestBody/content").fieldNames())
        .toIterable()
        .contains("text/csv")
        .doesNotContain("multipart/form-data");
  }

  @Test
  void describesEverythingOnceAndNotBeforeSomebodyAsks() {
    AtomicInteger made = new AtomicInteger();
    Api counted =
        Api.of(
            new DocumentResource(
                () -> {
                  made.incrementAndGet();
                  return ServedDocument.build();
                }));
    assertThat(made).hasValue(0);

    counted.get("/api/v1/openapi.json").send();
    counted.get("/api/v1/openapi.yaml").send();

    assertThat(made).hasValue(1);
  }

  @Test
  void needsNoTokenAndTakesNoParameters() {
    assertThat(api.get("/api/v1/openapi.json?pretty=1").send()).hasStatus(400);
    assertThat(api.get("/api/v1/openapi.json").as("forged").send()).hasStatus(200);
  }
}
