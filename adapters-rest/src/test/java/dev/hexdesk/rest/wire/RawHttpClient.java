package dev.hexdesk.rest.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hexdesk.rest.testing.TestResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends requests to the letter, as no HTTP client would. */
record RawHttpClient(int port) {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** One connection's request and what comes back until the server closes it. */
  TestResponse send(String head, byte[] body) {
    String method = head.substring(0, head.indexOf(' '));
    String target = head.split(" ", 3)[1];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(
          (head.strip().replace("\n", "\r\n")
                  + "\r\nHost: desk.example\r\nConnection: close\r\n\r\n")
              .getBytes(ISO_8859_1));
      request.write(body);
      socket.getOutputStream().write(request.toByteArray());
      socket.shutdownOutput();
      return read(method, target, socket.getInputStream().readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  TestResponse send(String head) {
    return send(head, new byte[0]);
  }

  private static TestResponse read(String method, String target, byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(":", 2);
      headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1].strip());
    }
    byte[] body = text.substring(end + 4).getBytes(ISO_8859_1);
    return new TestResponse(
        method,
        URI.create(target.replaceAll("[^!-~]|[\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})", "?")),
        Optional.empty(),
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        decoded(headers, body));
  }

  private static byte[] decoded(Map<String, List<String>> headers, byte[] body) {
    byte[] whole = headers.containsKey("Transfer-Encoding") ? unchunked(body) : body;
    return headers.getOrDefault("Content-Encoding", List.of()).contains("gzip")
        ? TestResponse.inflated(whole)
        : whole;
  }

  private static byte[] unchunked(byte[] body) {
    String rest = new String(body, ISO_8859_1);
    StringBuilder whole = new StringBuilder();
    while (true) {
      int line = rest.indexOf("\r\n");
      int size = Integer.parseInt(rest.substring(0, line), 16);
      if (size == 0) {
        return whole.toString().getBytes(ISO_8859_1);
      }
      whole.append(rest, line + 2, line + 2 + size);
      rest = rest.substring(line + 2 + size + 2);
    }
  }
}
