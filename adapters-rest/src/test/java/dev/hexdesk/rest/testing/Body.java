package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request's body in JSON, to be varied by one member at a time. */
public record Body(JsonNode json) {
  /** Unpaired surrogates survive this, which UTF-8 has no bytes for. */
  private static final ObjectWriter ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writer();

  public static Body of(String json) {
    return new Body(TestResponse.json(json));
  }

  /** The same with another member, or with another value for it, given in JSON. */
  public Body with(String member, String value) {
    ObjectNode copy = json.deepCopy();
    copy.set(member, TestResponse.json(value));
    return new Body(copy);
  }

  public Body without(String member) {
    ObjectNode copy = json.deepCopy();
    copy.remove(member);
    return new Body(copy);
  }

  @Override
  public String toString() {
    try {
      return ASCII.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
