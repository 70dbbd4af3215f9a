package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes what swagger-core read from the classes, and makes examples of it. */
@SuppressWarnings("rawtypes")
final class Schemas {
  private Schemas() {}

  /** The schema itself, where a reference to it is given. */
  static @Nullable Schema<?> resolved(Schema<?> schema, Map<String, Schema> all) {
    String ref = schema.get$ref();
    return ref == null ? schema : all.get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  /** An example made of the properties' own examples, defaults and first allowed values. */
  static @Nullable Object example(@Nullable Schema<?> schema, Map<String, Schema> all) {
    if (schema == null) {
      return null;
    }
    if (schema.get$ref() != null) {
      return example(resolved(schema, all), all);
    }
    if (schema.getExample() != null) {
      return schema.getExample();
    }
    if (schema.getDefault() != null) {
      return schema.getDefault();
    }
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      return schema.getEnum().getFirst();
    }
    if (schema.getProperties() != null) {
      Map<String, @Nullable Object> example = new LinkedHashMap<>();
      schema.getProperties().forEach((name, property) -> example.put(name, example(property, all)));
      return example;
    }
    if (schema.getItems() != null) {
      List<@Nullable Object> items = new ArrayList<>();
      items.add(example(schema.getItems(), all));
      return items;
    }
    return switch (type(schema)) {
      case "boolean" -> false;
      case "integer" -> 1;
      default -> null;
    };
  }

  private static String type(Schema<?> schema) {
    return schema.getTypes() == null
        ? String.valueOf(schema.getType())
        : schema.getTypes().stream().filter(type -> !type.equals("null")).findFirst().orElse("");
  }
}
