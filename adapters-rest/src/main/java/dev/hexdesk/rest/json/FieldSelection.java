package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.hexdesk.rest.request.Parameters;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of resources that a client wants to see; all of them where it does not say. */
public final class FieldSelection {
  private final Set<String> names;

  private FieldSelection(Set<String> names) {
    this.names = names;
  }

  /**
   * Reads the parameter {@code fields}; refuses names that such a resource does not have.
   *
   * @param shown what is to be shown
   */
  public static FieldSelection of(@Nullable String raw, Class<? extends Record> shown) {
    if (raw == null) {
      return new FieldSelection(Set.of());
    }
    NamingBase naming = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;
    Set<String> known =
        Arrays.stream(shown.getRecordComponents())
            .map(RecordComponent::getName)
            .map(naming::translate)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new FieldSelection(Parameters.words("fields", raw, known));
  }

  /** Whether everything is wanted. */
  public boolean isWhole() {
    return names.isEmpty();
  }

  /** What is written of the resource. */
  public Object of(Record resource) {
    return isWhole() ? resource : new Selected(resource, names);
  }

  /** A resource of which some fields are written. */
  private record Selected(Record resource, Set<String> names) implements JsonSerializable {
    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
      try (TokenBuffer whole = new TokenBuffer(json.getCodec(), false)) {
        provider.defaultSerializeValue(resource, whole);
        json.writeStartObject();
        try (JsonParser members = whole.asParser()) {
          members.nextToken();
          while (members.nextToken() == JsonToken.FIELD_NAME) {
            String name = members.currentName();
            members.nextToken();
            if (names.contains(name)) {
              json.writeFieldName(name);
              json.copyCurrentStructure(members);
            } else {
              members.skipChildren();
            }
          }
        }
        json.writeEndObject();
      }
    }

    @Override
    public void serializeWithType(
        JsonGenerator json, SerializerProvider provider, TypeSerializer types) throws IOException {
      serialize(json, provider);
    }
  }
}
