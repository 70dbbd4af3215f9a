package dev.hexdesk.bootstrap.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests that no client library would send, byte by byte. */
record RawHttp(int port) {
  /** Less than what the server allows to connections that idle: so it has to close them itself. */
  private static final int PATIENCE_MILLISECONDS = 20_000;

  /**
   * Sends lines as they are, with CRLF after each and an empty one at the end, and reads until the
   * server closes the connection.
   */
  Answer send(String... lines) throws IOException {
    return send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  Answer send(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      write(socket.getOutputStream(), request);
      String name = new String(request, 0, Math.min(60, request.length), StandardCharsets.UTF_8);
      return parse(name.lines().findFirst().orElse(""), readAll(socket.getInputStream()));
    }
  }

  private static void write(OutputStream out, byte[] request) throws IOException {
    try {
      out.write(request);
      out.flush();
    } catch (SocketException refused) {
      // The server may answer and close before it has read everything.
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (SocketException reset) {
      // What came before the end is the answer.
    }
    return read.toByteArray();
  }

  private static Answer parse(String request, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError(request + ": no HTTP answer, but: " + text);
    }
    List<String> head = text.substring(0, end).lines().toList();
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Answer(
        request,
        Integer.parseInt(head.getFirst().split(" ")[1]),
        HttpHeaders.of(headers, (name, value) -> true),
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }
}
