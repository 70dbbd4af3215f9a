package dev.hexdesk.persistence.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportRecord.Cell;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the row of a file is kept while it is imported: an object with a member for each cell. */
final class ImportRecordJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ImportRecordJson() {}

  static String write(ImportRecord row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    row.cells()
        .forEach(
            (column, cell) -> {
              switch (cell) {
                case Cell.Text(String value) -> object.put(column, value);
                case Cell.Number(String digits) -> object.put(column, new BigInteger(digits));
                case Cell.Texts(List<String> values) ->
                    values.forEach(object.putArray(column)::add);
              }
            });
    return object.toString();
  }

  static ImportRecord read(long line, String json) {
    try {
      return new ImportRecord(
          line,
          JSON.readTree(json).properties().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> cell(each.getValue()))));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible); // as nobody else writes there
    }
  }

  private static Cell cell(JsonNode node) {
    if (node.isArray()) {
      return new Cell.Texts(node.valueStream().map(JsonNode::textValue).toList());
    }
    return node.isNumber() ? new Cell.Number(node.asText()) : new Cell.Text(node.textValue());
  }
}
