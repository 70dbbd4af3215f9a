package dev.hexdesk.bootstrap.compatibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What became of an API between two documents, as far as its clients are concerned. */
final class ApiChanges {
  private static final YAMLMapper YAML = new YAMLMapper();

  private ApiChanges() {}

  static ObjectNode read(String yaml) {
    try {
      return (ObjectNode) YAML.readTree(yaml);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  /** All changes in words, if some of them break clients of the older document. */
  static Optional<String> breaking(JsonNode before, JsonNode after) {
    ChangedOpenApi changes =
        OpenApiDiff.compare(model(before), model(after), OpenApiDiffOptions.builder().build());
    List<String> besides = SchemaChanges.breaking(before, after);
    return changes.isIncompatible() || !besides.isEmpty()
        ? Optional.of(inWords(changes) + String.join("\n", besides))
        : Optional.empty();
  }

  private static String inWords(ChangedOpenApi changes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static OpenAPI model(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    copy.put("openapi", "3.0.3");
    lower(copy);
    try {
      return Json.mapper().treeToValue(copy, OpenAPI.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  /**
   * Writes types as OpenAPI 3.0 does, {@code nullable} instead of a list with {@code "null"} or of
   * a choice of it: the comparison does not look at lists of types, and so would miss every change
   * of one, and knows no type of nothing.
   */
  private static void lower(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path("type") instanceof ArrayNode types) {
      for (JsonNode type : types) {
        if (type.asText().equals("null")) {
          schema.put("nullable", true);
        } else {
          schema.set("type", type);
        }
      }
    }
    if (node instanceof ObjectNode schema
        && schema.at("/anyOf/1/type").asText().equals("null")
        && schema.remove("anyOf").get(0) instanceof ObjectNode choice) {
      schema.setAll(choice);
      schema.put("nullable", true);
    }
    node.forEach(ApiChanges::lower);
  }
}
