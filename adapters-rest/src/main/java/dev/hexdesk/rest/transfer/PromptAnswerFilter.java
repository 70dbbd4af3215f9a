package dev.hexdesk.rest.transfer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.io.OutputStream;
import org.glassfish.jersey.message.internal.CommittingOutputStream;

/**
 * Sends what goes out at once. Jersey would hold back the first kibibytes of it, flushed or not, to
 * count them, and does that for all answers or for none.
 */
public final class PromptAnswerFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof StreamingDownloads.AtOnce
        && response.getEntityStream() instanceof CommittingOutputStream jersey) {
      response.setEntityStream(new Unbuffered(jersey));
      if (request.getMethod().equals("HEAD")) {
        // Nobody reads all rows to send none of them.
        response.setEntity(new StreamingDownloads.AtOnce(out -> out.write(new byte[0])));
      }
    }
  }

  private static final class Unbuffered extends OutputStream {
    private final CommittingOutputStream jersey;
    private boolean begun;

    Unbuffered(CommittingOutputStream jersey) {
      this.jersey = jersey;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!begun) {
        // Only now, as Jersey sets it up anew before the answer's body is asked for.
        jersey.enableBuffering(0);
        begun = true;
      }
      jersey.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      jersey.flush();
    }

    @Override
    public void close() throws IOException {
      jersey.close();
    }
  }
}
