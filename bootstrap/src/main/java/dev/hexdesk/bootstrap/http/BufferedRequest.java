package dev.hexdesk.bootstrap.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body is there already, or as much of it as there will ever be. */
final class BufferedRequest extends Request.Wrapper {
  private static final byte[] NOTHING = {};

  /**
   * JAX-RS looks at the first byte of forms before it knows who reads them, and takes a failure
   * there for its own.
   */
  private static final byte[] FIRST_BYTE = {' '};

  private final Content.Chunk end;
  private Content.Chunk next;

  /**
   * @param failure why there will be no more than that; empty where it is all
   */
  BufferedRequest(Request request, byte[] body, int length, Optional<? extends Throwable> failure) {
    super(request);
    boolean hidden = length == 0 && failure.isPresent();
    end =
        failure.<Content.Chunk>map(why -> Content.Chunk.from(why, true)).orElse(Content.Chunk.EOF);
    ByteBuffer bytes = hidden ? ByteBuffer.wrap(FIRST_BYTE) : ByteBuffer.wrap(body, 0, length);
    next = bytes.hasRemaining() ? Content.Chunk.from(bytes, failure.isEmpty()) : end;
  }

  /** A request whose body is left where it is. */
  static BufferedRequest unread(Request request, Throwable why) {
    return new BufferedRequest(request, NOTHING, 0, Optional.of(why));
  }

  @Override
  public Content.Chunk read() {
    Content.Chunk chunk = next;
    next = end;
    return chunk;
  }

  @Override
  public void demand(Runnable whenThere) {
    whenThere.run();
  }
}
