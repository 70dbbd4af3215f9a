package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.request.Instants;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of every value how much it can be at most, where its type alone bounds it. */
final class SchemaLimits {
  private static final int DATE = "2026-11-23".length();
  private static final int INSTANT = "2026-11-23T10:15:30.123Z".length();

  /** No text that is taken or given holds NUL, which databases can't store. */
  private static final String TEXT = "^[^\\x00]*$";

  private SchemaLimits() {}

  static void applyTo(OpenAPI document) {
    document.getComponents().getSchemas().values().forEach(SchemaLimits::bound);
    Schemas.parameters(document)
        .map(Parameter::getSchema)
        .filter(Objects::nonNull)
        .forEach(
            schema -> {
              boundParameter(schema);
              bound(schema);
            });
  }

  /** What all parameters of a kind are held to, where their own descriptions say nothing else. */
  private static void boundParameter(Schema<?> schema) {
    if ("date-time".equals(schema.getFormat())) {
      schema.setPattern(Instants.PATTERN);
      schema.setMaxLength(Instants.LONGEST);
    } else if (isText(schema) && schema.getEnum() == null && schema.getMaxLength() == null) {
      schema.setMaxLength(Parameters.LONGEST_TEXT);
    }
  }

  private static boolean isText(Schema<?> schema) {
    return "string".equals(schema.getType())
        || (schema.getTypes() != null && schema.getTypes().contains("string"));
  }

  private static boolean isFreeText(Schema<?> schema) {
    return isText(schema)
        && schema.getPattern() == null
        && schema.getFormat() == null
        && schema.getEnum() == null;
  }

  private static void bound(@Nullable Schema<?> schema) {
    if (schema == null) {
      return;
    }
    if (schema.getMaximum() == null) {
      switch (String.valueOf(schema.getFormat())) {
        case "int64" -> schema.setMaximum(BigDecimal.valueOf(Long.MAX_VALUE));
        case "int32" -> schema.setMaximum(BigDecimal.valueOf(Integer.MAX_VALUE));
        default -> {
          // No number.
        }
      }
    }
    if (schema.getMaxLength() == null) {
      switch (String.valueOf(schema.getFormat())) {
        case "date" -> schema.setMaxLength(DATE);
        case "date-time" -> schema.setMaxLength(INSTANT);
        default -> {
          // Its own description says it.
        }
      }
    }
    if (isFreeText(schema)) {
      schema.setPattern(TEXT);
    }
    bound(schema.getItems());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(SchemaLimits::bound);
    }
  }
}
