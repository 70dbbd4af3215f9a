package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The table as its files have it. */
final class HardeningTable {
  private static final List<String> FILES =
      List.of("token", "bearer", "bodies", "http", "operator", "records");

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          // What is asked of a case with "is" is no key of it.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private HardeningTable() {}

  /**
   * A case as it is sent.
   *
   * @param name tells the variants of one case apart
   */
  record Variant(String name, Case sent) {}

  /** The case with each of its variants in turn in the place of <code>{each}</code>. */
  static Stream<Variant> variants(Case written) {
    if (written.each().isEmpty()) {
      return Stream.of(new Variant(written.name(), written));
    }
    return written.each().stream()
        .map(each -> new Variant(written.name() + " [" + each + "]", filled(written, each)));
  }

  private static Case filled(Case written, String each) {
    return YAML.convertValue(filled(YAML.<JsonNode>valueToTree(written), each), Case.class);
  }

  private static JsonNode filled(JsonNode node, String each) {
    if (node.isTextual()) {
      return TextNode.valueOf(node.textValue().replace("{each}", each));
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = object.objectNode();
      object
          .properties()
          .forEach(
              member ->
                  filled.set(
                      member.getKey().replace("{each}", each), filled(member.getValue(), each)));
      return filled;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, filled(array.get(i), each));
      }
    }
    return node;
  }

  /** All sections, in the order in which a reader meets them. */
  static List<Section> sections() {
    return FILES.stream().map(HardeningTable::section).toList();
  }

  private static Section section(String name) {
    String file = "/hardening/" + name + ".yml";
    try (InputStream yaml = HardeningTable.class.getResourceAsStream(file)) {
      return YAML.readValue(yaml, Section.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** One section; for tests of the form. */
  static Section read(String yaml) throws IOException {
    return YAML.readValue(yaml, Section.class);
  }
}
