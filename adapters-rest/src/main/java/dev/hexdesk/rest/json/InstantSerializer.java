package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.hexdesk.formats.InstantText;
import java.io.IOException;
import java.time.Instant;

/** Writes instants as {@link InstantText}. */
final class InstantSerializer extends StdScalarSerializer<Instant> {
  private static final long serialVersionUID = 1;

  InstantSerializer() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(InstantText.of(value));
  }
}
