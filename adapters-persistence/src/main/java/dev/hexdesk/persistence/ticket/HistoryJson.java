package dev.hexdesk.persistence.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import java.io.UncheckedIOException;
import java.util.List;

/** How changes are kept in a column of type jsonb: a list of objects with field, from and to. */
public final class HistoryJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HistoryJson() {}

  public static String write(List<FieldChange> changes) {
    ArrayNode list = NODES.arrayNode();
    for (FieldChange change : changes) {
      ObjectNode object = list.addObject().put("field", change.field());
      object.set("from", node(change.from()));
      object.set("to", node(change.to()));
    }
    return list.toString();
  }

  static List<FieldChange> read(String json) {
    try {
      return JSON.readTree(json)
          .valueStream()
          .map(
              change ->
                  new FieldChange(
                      change.path("field").asText(),
                      value(change.path("from")),
                      value(change.path("to"))))
          .toList();
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible); // PostgreSQL stores no jsonb that is none
    }
  }

  private static JsonNode node(FieldValue value) {
    return switch (value) {
      case FieldValue.Nothing() -> NODES.nullNode();
      case FieldValue.Text(String text) -> NODES.textNode(text);
      case FieldValue.Number(long number) -> NODES.numberNode(number);
      case FieldValue.Texts(List<String> texts) -> {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        yield list;
      }
    };
  }

  private static FieldValue value(JsonNode node) {
    if (node.isTextual()) {
      return new FieldValue.Text(node.textValue());
    }
    if (node.isNumber()) {
      return new FieldValue.Number(node.longValue());
    }
    return node.isArray()
        ? new FieldValue.Texts(node.valueStream().map(JsonNode::textValue).toList())
        : new FieldValue.Nothing();
  }
}
