package dev.hexdesk.application.transfer;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses the rows of a file into what is imported. */
public interface RowParser<R> {
  /** The names of columns that a file may have. */
  Set<String> columns();

  /** What the row tells of; null when the errors tell why it can't be read. */
  @Nullable R read(ImportRecord row, Instant now, ImportErrors errors);

  /** The value of cells that are in order, or the errors of those that are not. */
  static <R> @Nullable R result(
      ImportRecord row, CellParser cells, ImportErrors errors, Supplier<R> value) {
    if (cells.violations().isEmpty()) {
      return value.get();
    }
    cells.violations().all().forEach(violation -> errors.add(row.line(), violation));
    return null;
  }
}
