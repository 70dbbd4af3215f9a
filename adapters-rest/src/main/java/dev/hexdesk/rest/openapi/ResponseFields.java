package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says of the fields of an answer what their types tell already: a field is always there, unless it
 * is left out where it is null; and what can be null is so in the answer.
 */
final class ResponseFields {
  private static final String EXAMPLE_OF_INSTANT = "2026-11-23T10:15:30.123Z";

  private final ObjectMapper mapper;

  ResponseFields(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void complete(Class<?> answered, Schema<?> schema) {
    boolean leavesOut = answered.isAnnotationPresent(JsonInclude.class);
    for (BeanPropertyDefinition field : fields(answered)) {
      if (field.getPrimaryMember().hasAnnotation(JsonUnwrapped.class)) {
        continue; // Its own fields stand in its stead, and are complete.
      }
      String name = field.getName();
      Schema<?> property = Objects.requireNonNull(schema.getProperties().get(name), name);
      boolean nullable = isNullable(answered, field.getInternalName());
      if (!nullable) {
        schema.addRequiredItem(name);
      } else if (!leavesOut && !field.getPrimaryMember().hasAnnotation(JsonInclude.class)) {
        schema.addRequiredItem(name);
        property.addType("null");
      }
      if ("date-time".equals(property.getFormat()) && property.getExample() == null) {
        property.setExample(EXAMPLE_OF_INSTANT);
      }
    }
  }

  private Iterable<BeanPropertyDefinition> fields(Class<?> answered) {
    return mapper
        .getSerializationConfig()
        .introspect(mapper.constructType(answered))
        .findProperties();
  }

  private static boolean isNullable(Class<?> answered, String component) {
    return Arrays.stream(answered.getRecordComponents())
        .filter(each -> each.getName().equals(component))
        .map(RecordComponent::getAnnotatedType)
        .anyMatch(type -> type.isAnnotationPresent(Nullable.class));
  }
}
