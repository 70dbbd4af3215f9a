package dev.hexdesk.application.transfer;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Imports rows, all or none of them. */
public interface RowImporter<R> {
  /**
   * Takes all rows that the source hands over, in the order of their lines. Nothing is kept when
   * there are errors at the end, those that were there already and those that it adds itself.
   *
   * @param stillAllowed asked when there are no errors, before anything is written and again before
   *     it is kept; if not, nothing is
   * @return what became of the rows; without meaning when there are errors, or it was not allowed
   *     any more
   */
  ImportCounts importRows(
      Consumer<Consumer<R>> source,
      ImportOptions options,
      ImportErrors errors,
      BooleanSupplier stillAllowed);
}
