package dev.hexdesk.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportRecord.Cell;
import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.domain.shared.WellFormed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads NDJSON, one JSON object a line, and lists of objects, in UTF-8. */
public final class NdjsonRowReader implements RowReader {
  static final int LONGEST_LINE = 1_000_000;

  /** More than anybody puts before the first object. */
  private static final int LONGEST_BEGINNING = 1 << 16;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final InputStream in;

  public NdjsonRowReader(InputStream in) {
    this.in = in;
  }

  @Override
  public void read(Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors) {
    try {
      BufferedReader reader = new BufferedReader(Utf8Reader.reader(in));
      if (isDocument(reader)) {
        new JsonDocument(reader)
            .read((line, value) -> take(line, value, columns, rows, errors), errors);
      } else {
        readLines(reader, columns, rows, errors);
      }
    } catch (Utf8Reader.MalformedLine encoding) {
      errors.add(encoding.line(), "", "encoding", "this line is not well-formed UTF-8");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether objects are in a list, or on several lines each: many systems export them so. */
  private static boolean isDocument(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_BEGINNING + 1);
    StringBuilder line = new StringBuilder();
    int next = reader.read();
    for (int looked = 1; looked < LONGEST_BEGINNING && next >= 0; looked++) {
      if (next != '\n') {
        line.append((char) next);
      } else if (WellFormed.isBlank(line.toString())) {
        line.setLength(0);
      } else {
        break;
      }
      next = reader.read();
    }
    reader.reset();
    String first = WellFormed.trimmed(line.toString());
    return first.startsWith("[") || first.equals("{");
  }

  private static void readLines(
      Reader reader, Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors)
      throws IOException {
    long number = 1;
    boolean more = true;
    for (String line = line(reader); more && line != null; line = line(reader), number++) {
      if (line.length() > LONGEST_LINE) {
        errors.add(number, "", "too_long", "a line may have " + LONGEST_LINE + " characters");
        return;
      }
      if (!WellFormed.isBlank(line)) {
        more = take(number, line, columns, rows, errors);
      }
    }
  }

  /** The next line, or as much of it as shows that it is too long; null at the end. */
  private static @Nullable String line(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n' && line.length() <= LONGEST_LINE) {
      line.append((char) next);
      next = reader.read();
    }
    return line.toString();
  }

  private static boolean take(
      long number,
      String line,
      Set<String> columns,
      Predicate<ImportRecord> rows,
      ImportErrors errors) {
    try {
      return take(number, JSON.readTree(line), columns, rows, errors);
    } catch (JsonProcessingException malformed) {
      errors.add(number, "", "malformed", "must be a JSON object on one line");
      return true;
    }
  }

  private static boolean take(
      long number,
      JsonNode object,
      Set<String> columns,
      Predicate<ImportRecord> rows,
      ImportErrors errors) {
    if (!object.isObject()) {
      errors.add(number, "", "type", "must be a JSON object");
      return true;
    }
    Map<String, Cell> cells = new HashMap<>();
    boolean readable = true;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Cell cell = cell(member.getValue());
      if (!columns.contains(member.getKey())) {
        errors.add(
            number,
            UnknownColumnError.shown(member.getKey()),
            "unknown_column",
            UnknownColumnError.detail(member.getKey(), columns));
        readable = false;
      } else if (cell == null) {
        errors.add(
            number,
            member.getKey(),
            "type",
            "must be a text, a whole number, a list of texts or null");
        readable = false;
      } else {
        cells.put(member.getKey(), cell);
      }
    }
    return !readable || rows.test(new ImportRecord(number, cells));
  }

  /**
   * A number whose fraction is zero is whole (JSON Schema 2020-12, section 6.1.1). Where gaps are
   * among them, programs write such ones for all ids.
   */
  private static Cell.@Nullable Number whole(BigDecimal number) {
    try {
      return new Cell.Number(Long.toString(number.longValueExact()));
    } catch (ArithmeticException fractionOrMoreThan64Bits) {
      return null;
    }
  }

  /** What would stand in a cell; null where nothing can stand for it. */
  private static @Nullable Cell cell(JsonNode value) {
    if (value.isNull()) {
      return new Cell.Text("");
    }
    if (value.isTextual()) {
      return new Cell.Text(value.textValue());
    }
    if (value.isIntegralNumber()) {
      return new Cell.Number(value.asText());
    }
    if (value.isNumber()) {
      return whole(value.decimalValue());
    }
    return value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)
        ? new Cell.Texts(value.valueStream().map(JsonNode::textValue).toList())
        : null;
  }
}
