package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.hexdesk.rest.request.Instants;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes the fields of requests and patches by what they are checked by. */
final class RequestFields {
  private static final String PATCH = "Patch";
  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  private final FieldRules rules;
  private final ModelConverters converters;

  RequestFields(FieldRules rules, ModelConverters converters) {
    this.rules = rules;
    this.converters = converters;
  }

  /** What is sent is called a request or a patch. */
  static boolean isSent(Class<?> type) {
    return type.isRecord() && (type.getSimpleName().endsWith("Request") || isPatch(type));
  }

  @SuppressWarnings("rawtypes")
  void applyTo(OpenAPI document, Collection<Class<?>> resources) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    resources.stream()
        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getGenericParameterTypes()))
        .flatMap(RequestFields::sentIn)
        .collect(Collectors.toSet())
        .forEach(sent -> complete(sent, Objects.requireNonNull(schemas.get(Schemas.nameOf(sent)))));
  }

  /** The requests and patches that a type is or has fields of. */
  private static Stream<Class<?>> sentIn(Type type) {
    return switch (type) {
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments()).flatMap(RequestFields::sentIn);
      case Class<?> plain when isSent(plain) ->
          Stream.concat(
              Stream.of(plain),
              Arrays.stream(plain.getRecordComponents())
                  .map(RecordComponent::getGenericType)
                  .flatMap(RequestFields::sentIn));
      default -> Stream.empty();
    };
  }

  private void complete(Class<?> sent, Schema<?> schema) {
    FieldsOf other = sent.getAnnotation(FieldsOf.class);
    Set<String> required = required(sent);
    if (other != null) {
      Set<String> adopted = describeAs(other.value(), sent, schema);
      if (isPatch(sent)) {
        adopted.forEach(name -> dropDefault(Schemas.property(schema, name)));
      } else {
        adopted.retainAll(required(other.value()));
        required.addAll(adopted);
      }
    }
    if (!required.isEmpty()) {
      schema.setRequired(
          schema.getProperties().keySet().stream().filter(required::contains).toList());
    }
    CheckedBy check = (other == null ? sent : other.value()).getAnnotation(CheckedBy.class);
    if (check != null) {
      rules.constrain(schema, check.value());
    }
    for (RecordComponent component : sent.getRecordComponents()) {
      PasswordField password = component.getAnnotation(PasswordField.class);
      if (password != null) {
        rules.constrainPassword(property(schema, component), password.chosen());
      }
      // The reader overlooks that a list can be null.
      ArraySchema list = component.getAccessor().getAnnotation(ArraySchema.class);
      if (list != null && list.arraySchema().nullable()) {
        property(schema, component).addType("null");
      }
    }
    schema.getProperties().values().stream()
        .filter(property -> "date-time".equals(property.getFormat()))
        .forEach(RequestFields::boundInstant);
  }

  private static void boundInstant(Schema<?> instant) {
    instant.setPattern(Instants.PATTERN);
    instant.setMaxLength(Instants.LONGEST);
  }

  private static boolean isPatch(Class<?> sent) {
    return sent.getSimpleName().endsWith(PATCH);
  }

  private static Set<String> required(Class<?> sent) {
    return Arrays.stream(sent.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Required.class))
        .map(component -> NAMES.translate(component.getName()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Describes what has no description of its own as in the other request; says what that is. */
  private Set<String> describeAs(Class<?> other, Class<?> sent, Schema<?> schema) {
    Schema<?> whole = Objects.requireNonNull(converters.readAll(other).get(Schemas.nameOf(other)));
    Set<String> adopted = new HashSet<>();
    for (RecordComponent component : sent.getRecordComponents()) {
      if (!isDescribed(component)) {
        String name = NAMES.translate(component.getName());
        schema.getProperties().put(name, Schemas.property(whole, name));
        adopted.add(name);
      }
    }
    return adopted;
  }

  private static void dropDefault(Schema<?> property) {
    property.setDefault(null);
    property.setDefaultSetFlag(false);
  }

  private static boolean isDescribed(RecordComponent component) {
    return component
            .getAccessor()
            .isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class)
        || component.getAccessor().isAnnotationPresent(ArraySchema.class);
  }

  private static Schema<?> property(Schema<?> schema, RecordComponent component) {
    return Schemas.property(schema, NAMES.translate(component.getName()));
  }
}
