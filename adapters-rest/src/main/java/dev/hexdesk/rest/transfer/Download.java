package dev.hexdesk.rest.transfer;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Answers with a file that is written as it is read. */
public final class Download {
  private Download() {}

  /** What writes the file. It may fail as long as it has written nothing, to be told of then. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @param fileName letters, digits, hyphens and points
   */
  public static Response.ResponseBuilder answer(
      TransferGate gate, String type, String fileName, Content content) {
    StreamingOutput body =
        out ->
            gate.pass(
                () -> {
                  write(content, out);
                  return true;
                });
    return Response.ok(body, type)
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
  }

  /**
   * A client who goes away is no failure of ours; what is open for them has been closed by then.
   */
  private static void write(Content content, OutputStream out) throws IOException {
    ClientStream client = new ClientStream(out);
    try {
      content.writeTo(client);
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
