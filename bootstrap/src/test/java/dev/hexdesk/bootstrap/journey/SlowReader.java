package dev.hexdesk.bootstrap.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** A client that asks for a file, and reads no more of it than it is told to. */
final class SlowReader implements AutoCloseable {
  /** The end of an answer that is whole (RFC 9112, section 7.1). */
  static final String LAST_CHUNK = "0\r\n\r\n";

  private static final int SMALL_WINDOW = 4096;
  private static final int PIECE = 1 << 16;
  private static final int TIMEOUT_MILLIS = 25_000;

  private final Socket socket = new Socket();

  SlowReader(TestServer desk, Person person, String path) throws IOException {
    socket.setReceiveBufferSize(SMALL_WINDOW);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress("localhost", desk.port()));
    String head =
        "GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv, application/json;q=0.5\r\n"
            + "Authorization: Bearer %s\r\n\r\n";
    socket.getOutputStream().write(head.formatted(path, person.token()).getBytes(ISO_8859_1));
  }

  /** The next bytes, up to so many. */
  String read(int most) throws IOException {
    byte[] bytes = new byte[most];
    int length = socket.getInputStream().read(bytes);
    return new String(Arrays.copyOf(bytes, Math.max(length, 0)), ISO_8859_1);
  }

  /** All that still comes, until the answer is whole or the server breaks the connection. */
  String rest() {
    StringBuilder rest = new StringBuilder();
    try {
      for (String part = read(PIECE); !part.isEmpty(); part = read(PIECE)) {
        rest.append(part);
        if (part.endsWith(LAST_CHUNK)) {
          break;
        }
      }
    } catch (IOException reset) {
      // An end like any other.
    }
    return rest.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
