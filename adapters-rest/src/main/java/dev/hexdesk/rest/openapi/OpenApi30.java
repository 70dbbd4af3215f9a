package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in OpenAPI 3.0.3 what a document says in OpenAPI 3.1, for tools that read nothing newer.
 * What 3.0 can't say is said more loosely: a value of several types may be anything there, and an
 * answer that {@code fields} makes shorter is described as a whole. A file that may be sent by
 * itself is not described as part of a form as well, as generated clients know one way alone; and
 * patterns that name kinds of letters are left to the description, as Python compiles none of
 * these.
 */
final class OpenApi30 {
  private static final String VERSION = "3.0.3";
  private static final String NULL = "null";
  private static final String KIND_OF_LETTER = "\\p{";
  private static final String FORM = "multipart/form-data";

  /** Members whose members have names of their own choice, so none of those is a keyword. */
  private static final Set<String> MAPS =
      Set.of("properties", "paths", "responses", "headers", "schemas", "links", "mapping");

  /** Values that are shown or listed are no part of the description. */
  private static final Set<String> VALUES = Set.of("example", "default", "value", "enum");

  /** A list of an operation's, but values of a link's. */
  private static final String PARAMETERS = "parameters";

  private final ObjectMapper mapper = new ObjectMapper();

  private OpenApi30() {}

  /** The document in 3.0.3, as JSON. */
  static String json(String document31) {
    return new OpenApi30().converted(document31);
  }

  private String converted(String document31) {
    try {
      ObjectNode document = (ObjectNode) mapper.readTree(document31);
      document.put("openapi", VERSION);
      walk(document);
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void walk(JsonNode node) {
    if (node instanceof ObjectNode object) {
      convert(object);
      object.properties().stream().toList().forEach(this::walkMember);
    } else if (node instanceof ArrayNode list) {
      list.forEach(this::walk);
    }
  }

  private void walkMember(Map.Entry<String, JsonNode> member) {
    if (MAPS.contains(member.getKey()) && member.getValue() instanceof ObjectNode named) {
      named.forEach(this::walk);
    } else if (!isValue(member)) {
      walk(member.getValue());
    }
  }

  private static boolean isValue(Map.Entry<String, JsonNode> member) {
    return VALUES.contains(member.getKey())
        || member.getKey().equals(PARAMETERS) && member.getValue().isObject();
  }

  private void convert(ObjectNode schema) {
    if (schema.get("type") instanceof ArrayNode types) {
      convertTypes(schema, types);
    }
    if (schema.get("examples") instanceof ArrayNode examples) {
      schema.remove("examples");
      if (!examples.isEmpty()) {
        schema.set("example", examples.get(0));
      }
    }
    if (schema.path("pattern").asText().contains(KIND_OF_LETTER)) {
      schema.remove("pattern");
    }
    if (schema.get("content") instanceof ObjectNode forms && forms.size() > 1) {
      forms.remove(FORM);
    }
    if (schema.has("$ref") && schema.size() > 1) {
      wrapReference(schema);
    }
    if (schema.remove("anyOf") instanceof ArrayNode choices) {
      convertChoices(schema, choices);
    }
  }

  /** Of two choices the first one says the more; the second may be that there is nothing. */
  private static void convertChoices(ObjectNode schema, ArrayNode choices) {
    if (choices.get(1).path("type").asText().equals(NULL)) {
      schema.putArray("allOf").add(choices.get(0));
      schema.put("nullable", true);
    } else {
      schema.setAll((ObjectNode) choices.get(0));
    }
  }

  private static void convertTypes(ObjectNode schema, ArrayNode types) {
    List<String> named = new ArrayList<>();
    types.forEach(type -> named.add(type.textValue()));
    boolean nullable = named.remove(NULL);
    if (named.size() == 1) {
      schema.put("type", named.getFirst());
      if (nullable) {
        schema.put("nullable", true);
      }
    } else {
      // Whatever bounds one of the types would bound the others.
      schema.retain("description", "example", "examples");
    }
    if (schema.get("enum") instanceof ArrayNode values) {
      for (int at = values.size() - 1; at >= 0; at--) {
        if (values.get(at).isNull()) {
          values.remove(at);
        }
      }
    }
  }

  /** Beside a reference nothing counts in 3.0. */
  private void wrapReference(ObjectNode schema) {
    ObjectNode reference = mapper.createObjectNode();
    reference.set("$ref", schema.remove("$ref"));
    schema.putArray("allOf").add(reference);
  }
}
