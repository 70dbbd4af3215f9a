package dev.hexdesk.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made anew when it is gone, with as much of HTTP/1.1 as the server speaks.
 */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final String host;
  private final int port;
  private @Nullable Wire wire;

  private record Wire(Socket socket, InputStream in) {}

  Connection(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** Sends a request, reads its answer to the end, and tells its status. */
  int exchange(byte[] request) throws IOException {
    Wire present = wire != null ? wire : connect();
    present.socket.getOutputStream().write(request);
    return answer(present.in);
  }

  private Wire connect() throws IOException {
    Socket socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    Wire made = new Wire(socket, new BufferedInputStream(socket.getInputStream(), BUFFER));
    wire = made;
    return made;
  }

  private int answer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String words = header.toLowerCase(Locale.ROOT);
      if (words.startsWith("content-length:")) {
        length = Long.parseLong(words.substring(words.indexOf(':') + 1).strip());
      }
      chunked |= words.startsWith("transfer-encoding:") && words.endsWith("chunked");
      last |= words.startsWith("connection:") && words.endsWith("close");
    }
    if (status != NO_CONTENT && status != NOT_MODIFIED) {
      skip(in, chunked, length);
    }
    if (last) {
      close();
    }
    return status;
  }

  private static void skip(InputStream in, boolean chunked, long length) throws IOException {
    if (!chunked) {
      in.skipNBytes(length);
      return;
    }
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      in.skipNBytes(size);
      line(in);
    }
    line(in);
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The answer ends early");
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    Wire gone = wire;
    wire = null;
    if (gone != null) {
      try {
        gone.socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
