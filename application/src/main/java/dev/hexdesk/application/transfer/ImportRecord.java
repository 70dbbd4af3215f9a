package dev.hexdesk.application.transfer;

import java.util.Map;

/**
 * A row of a file, as it was written.
 *
 * @param line where it begins, from 1
 * @param cells by the names of their columns; empty where the row says that there is nothing, and
 *     left out where it says nothing at all
 */
public record ImportRecord(long line, Map<String, String> cells) {
  public ImportRecord {
    cells = Map.copyOf(cells);
  }
}
