package dev.hexdesk.rest.openapi;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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

  /** Readers of YAML 1.1, which are many, take a date without quotes for no string. */
  @Test
  void keepsStringsStringsInYaml() {
    Object read = new Yaml().load(api.get("/api/v1/openapi.yaml").send().text());

    assertThat(new ObjectMapper().<com.fasterxml.jackson.databind.JsonNode>valueToTree(read))
        .isEqualTo(TestResponse.json(ServedDocument.json()));
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
