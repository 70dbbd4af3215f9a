package dev.hexdesk.application.transfer;

import java.util.Set;
import java.util.function.Predicate;

/** Reads the rows of a file, once. */
@FunctionalInterface
public interface RowReader {
  /**
   * Hands over each row that can be read, and tells what can't.
   *
   * @param columns the names that exist; another one is a fault
   * @param rows takes a row, and says whether to go on
   */
  void read(Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors);
}
