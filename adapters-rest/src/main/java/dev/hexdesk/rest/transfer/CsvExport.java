package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.formats.CsvSchema;
import dev.hexdesk.rest.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers with a CSV file. */
final class CsvExport {
  private CsvExport() {}

  static <V> Response answer(
      StreamingDownloads downloads,
      Caller caller,
      @Nullable HttpServletRequest request,
      CsvSchema<V> table,
      RowStream<V> rows,
      String fileName) {
    return downloads
        .answer(
            caller,
            request,
            TransferTypes.CSV + ";charset=utf-8",
            fileName,
            StreamingDownloads.Begin.AT_ONCE,
            out -> table.write(rows, out, row -> {}))
        .build();
  }
}
