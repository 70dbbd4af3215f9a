package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes what swagger-core read from the classes, and makes examples of it. */
@SuppressWarnings("rawtypes")
final class Schemas {
  private Schemas() {}

  static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  /** The parameters of all operations. */
  static Stream<Parameter> parameters(OpenAPI document) {
    return document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .map(Operation::getParameters)
        .filter(Objects::nonNull)
        .flatMap(List::stream);
  }

  /** What the schema of a class is called. */
  static String nameOf(Class<?> type) {
    var annotation = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return annotation == null || annotation.name().isEmpty()
        ? type.getSimpleName()
        : annotation.name();
  }

  /** A field of a schema that must have it. */
  static Schema<?> property(@Nullable Schema<?> schema, String field) {
    if (schema == null || schema.getProperties() == null) {
      throw new IllegalStateException("no schema has the field " + field);
    }
    Schema<?> property = schema.getProperties().get(field);
    if (property == null) {
      throw new IllegalStateException(schema.getName() + " has no field " + field);
    }
    return property;
  }

  /** The schema itself, where a reference to it is given. */
  static @Nullable Schema<?> resolved(Schema<?> schema, Map<String, Schema> all) {
    String ref = schema.get$ref();
    return ref == null ? schema : all.get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  /** Says that null is the same as leaving out, for all that may be left out. */
  static void admitNulls(Schema<?> schema) {
    List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              if (!required.contains(name) && !isNullable(property)) {
                property.addType("null");
                admitNullAmongValues(property);
              }
            });
  }

  /** Adds null to the values that are allowed, where they are listed. */
  @SuppressWarnings("unchecked")
  static void admitNullAmongValues(Schema<?> property) {
    if (property.getEnum() != null) {
      List<@Nullable Object> values = new ArrayList<>(property.getEnum());
      values.add(null);
      ((Schema<@Nullable Object>) property).setEnum(values);
    }
  }

  private static boolean isNullable(Schema<?> schema) {
    return schema.getTypes() != null && schema.getTypes().contains("null");
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
      schema
          .getProperties()
          .forEach(
              (name, property) -> {
                if (!isOnDemand(schema, name, property)) {
                  example.put(name, example(property, all));
                }
              });
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

  /**
   * Whether other resources are shown here to who asks for them, so that most answers lack them.
   */
  private static boolean isOnDemand(Schema<?> owner, String name, Schema<?> property) {
    boolean required = owner.getRequired() != null && owner.getRequired().contains(name);
    return !required && property.getItems() != null && property.getItems().get$ref() != null;
  }

  private static String type(Schema<?> schema) {
    return schema.getTypes() == null
        ? String.valueOf(schema.getType())
        : schema.getTypes().stream().filter(type -> !type.equals("null")).findFirst().orElse("");
  }
}
