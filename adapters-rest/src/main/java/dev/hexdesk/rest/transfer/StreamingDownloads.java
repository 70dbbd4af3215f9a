package dev.hexdesk.rest.transfer;

import dev.hexdesk.rest.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Answers with files that are written as they are read. */
public record StreamingDownloads(TransferBulkhead bulkhead, ConnectionCutter connections) {
  /**
   * Jersey holds so many bytes back before an answer begins ({@code
   * ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER}); until then a failure can be told in words.
   */
  private static final int HELD_BACK = 8192;

  /** What writes the file. It may fail as long as it has written nothing, to be told of then. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** When an answer begins, after which a failure can only break it off. */
  public enum Begin {
    /** With the first byte, so that nobody on the way takes a long search for silence. */
    AT_ONCE(0),
    /** With the first kibibytes, so that a failure before them can still be answered. */
    LATER(HELD_BACK);

    private final int heldBack;

    Begin(int heldBack) {
      this.heldBack = heldBack;
    }
  }

  /** What goes out as it is written. */
  record AtOnce(StreamingOutput body) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
      body.write(out);
    }
  }

  /**
   * @param caller who must stay who they are until the end
   * @param request that is answered; null where there is no servlet container, and no connection
   * @param fileName letters, digits, hyphens and points
   */
  public Response.ResponseBuilder answer(
      Caller caller,
      @Nullable HttpServletRequest request,
      String type,
      String fileName,
      Begin begin,
      Content content) {
    Runnable cut = request == null ? () -> {} : () -> connections.cut(request);
    StreamingOutput body =
        out ->
            bulkhead.pass(
                () -> {
                  write(
                      content,
                      new MinimumRateOutput(out, bulkhead.stallTimeout()),
                      caller,
                      fileName,
                      begin,
                      cut);
                  return true;
                });
    return Response.ok(begin == Begin.AT_ONCE ? new AtOnce(body) : body, type)
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
  }

  /**
   * A client who goes away is no failure of ours; what is open for them has been closed by then.
   */
  private static void write(
      Content content,
      MinimumRateOutput client,
      Caller caller,
      String fileName,
      Begin begin,
      Runnable cut)
      throws IOException {
    try (DownloadWatchdog watchdog = DownloadWatchdog.of(fileName, caller, client, cut)) {
      content.writeTo(client);
    } catch (IOException | RuntimeException failure) {
      if (client.isGone()) {
        return;
      }
      if (client.written() > begin.heldBack) {
        cut.run();
      }
      throw failure;
    }
  }
}
