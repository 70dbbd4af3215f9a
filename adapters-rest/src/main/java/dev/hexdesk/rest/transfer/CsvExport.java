package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.Extract;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Answers with a CSV file that is written as it is read. */
final class CsvExport {
  private CsvExport() {}

  static <V> Response answer(
      TransferGate gate, CsvTable<V> table, Extract<V> rows, String fileName) {
    StreamingOutput body =
        out ->
            gate.pass(
                () -> {
                  write(table, rows, out);
                  return true;
                });
    return Response.ok(body, TransferTypes.CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  /**
   * A client who goes away is no failure of ours; what is open for them has been closed by then.
   */
  private static <V> void write(CsvTable<V> table, Extract<V> rows, OutputStream out)
      throws IOException {
    ClientStream client = new ClientStream(out);
    try {
      table.write(rows, client, row -> {});
    } catch (IOException | RuntimeException failure) {
      if (!client.gone) {
        throw failure;
      }
    }
  }

  /** Remembers that nobody reads any more. */
  private static final class ClientStream extends FilterOutputStream {
    private boolean gone;

    ClientStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException failure) {
        gone = true;
        throw failure;
      }
    }
  }
}
