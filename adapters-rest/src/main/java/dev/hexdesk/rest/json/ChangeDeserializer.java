package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import dev.hexdesk.domain.shared.Change;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a member of a merge patch (RFC 7396) into a {@code Change<Optional<T>>}: left out, it
 * keeps; {@code null} clears; a value sets.
 */
final class ChangeDeserializer extends JsonDeserializer<Change<Optional<?>>>
    implements ContextualDeserializer {
  private final @Nullable JavaType valueType;

  ChangeDeserializer() {
    this(null);
  }

  private ChangeDeserializer(@Nullable JavaType valueType) {
    this.valueType = valueType;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType change = property == null ? context.getContextualType() : property.getType();
    return new ChangeDeserializer(change.containedType(0).containedType(0));
  }

  @Override
  public Change<Optional<?>> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    Object value = context.readValue(parser, valueType);
    return Change.to(Optional.of(value));
  }

  @Override
  public Change<Optional<?>> getNullValue(DeserializationContext context) {
    return Change.to(Optional.empty());
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
    return Change.keep();
  }
}
