package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.Extract;
import jakarta.ws.rs.core.Response;

/** Answers with a CSV file. */
final class CsvExport {
  private CsvExport() {}

  static <V> Response answer(
      TransferGate gate, CsvTable<V> table, Extract<V> rows, String fileName) {
    return Download.answer(
            gate,
            TransferTypes.CSV + ";charset=utf-8",
            fileName,
            out -> table.write(rows, out, row -> {}))
        .build();
  }
}
