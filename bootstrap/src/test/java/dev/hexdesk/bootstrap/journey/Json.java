package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Stream;

/** Bodies as a client makes them. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode read(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode object(String member, String value) {
    return object().put(member, value);
  }

  static ObjectNode object(String member, boolean value) {
    return object().put(member, value);
  }

  static ObjectNode roles(String... roles) {
    return object().set("roles", array(roles));
  }

  static ArrayNode array(String... values) {
    ArrayNode array = MAPPER.createArrayNode();
    Stream.of(values).forEach(array::add);
    return array;
  }
}
