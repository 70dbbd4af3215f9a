package dev.hexdesk.bootstrap.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What breaks clients in schemas, and openapi-diff leaves out: fields that requests can no more
 * have, and nulls. Schemas of requests are closed here, those of answers open.
 */
final class SchemaChanges {
  private SchemaChanges() {}

  static List<String> breaking(JsonNode before, JsonNode after) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : before.at("/components/schemas").properties()) {
      JsonNode present = after.at("/components/schemas/" + schema.getKey());
      for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
        JsonNode now = present.path("properties").path(field.getKey());
        String name = schema.getKey() + "." + field.getKey();
        if (isClosed(present) && now.isMissingNode()) {
          found.add(name + " is no more taken");
        } else if (isClosed(present) && isNullable(field.getValue()) && !isNullable(now)) {
          found.add(name + " can no more be null");
        } else if (!isClosed(present) && !isNullable(field.getValue()) && isNullable(now)) {
          found.add(name + " can be null now");
        }
      }
    }
    return found;
  }

  private static boolean isClosed(JsonNode schema) {
    return !schema.path("additionalProperties").asBoolean(true);
  }

  private static boolean isNullable(JsonNode schema) {
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    for (JsonNode choice : schema.path("anyOf")) {
      if (choice.path("type").asText().equals("null")) {
        return true;
      }
    }
    return false;
  }
}
