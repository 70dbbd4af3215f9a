package dev.hexdesk.application.transfer;

import java.util.Set;
import java.util.function.Predicate;

/** A file of rows, which can be read once. */
@FunctionalInterface
public interface RowReader {
  /**
   * Hands over each row that can be read, and tells what can't.
   *
   * @param columns the names that exist; another one is a fault
   * @param rows takes a row, and says whether to go on
   */
  void read(Set<String> columns, Predicate<ImportRow> rows, ImportErrors faults);
}
