package dev.hexdesk.application.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of a file, as it was written.
 *
 * @param line where it begins, from 1
 * @param cells by the names of their columns; an empty text where the row says that there is
 *     nothing, and left out where it says nothing at all
 */
public record ImportRecord(long line, Map<String, Cell> cells) {
  /** What a file can have in one place. CSV has texts alone, NDJSON knows types. */
  public sealed interface Cell {
    record Text(String value) implements Cell {}

    /** A whole number, by its digits. */
    record Number(String digits) implements Cell {}

    record Texts(List<String> values) implements Cell {
      public Texts {
        values = List.copyOf(values);
      }
    }
  }

  public ImportRecord {
    cells = Map.copyOf(cells);
  }

  /** A row of texts. */
  public static ImportRecord ofTexts(long line, Map<String, String> cells) {
    return new ImportRecord(
        line,
        cells.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> new Cell.Text(entry.getValue()))));
  }
}
