package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hexdesk.rest.testing.TestResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/**
 * What came back to some bytes, until the server closed the connection.
 *
 * @param rest what came after the answer: there must be nothing
 */
record Exchange(TestResponse answer, String rest) {
  /** Less than what the server allows to connections that idle: so it has to close them itself. */
  private static final int TIMEOUT_MILLIS = 9_000;

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String END_OF_LINE = "\r\n";

  /**
   * Sends a request.
   *
   * @param line its first line, which tells what the answer is about
   */
  static Exchange send(Socket connected, byte[] request, String line) throws IOException {
    try (Socket socket = connected) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException | SSLException refused) {
        // The server may answer and close before it has read everything.
      }
      return read(line, readAll(socket.getInputStream()));
    }
  }

  private static String readAll(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (SocketTimeoutException open) {
      throw new AssertionError(
          "The connection is still open; it said:\n" + read.toString(ISO_8859_1), open);
    } catch (SocketException | SSLException reset) {
      // What came before the end is the answer.
    }
    return read.toString(ISO_8859_1);
  }

  private static Exchange read(String line, String text) {
    int end = text.indexOf(END_OF_HEAD);
    if (end < 0) {
      throw new AssertionError("No HTTP answer, but: " + text);
    }
    String[] head = text.substring(0, end).split(END_OF_LINE);
    int status = Integer.parseInt(head[0].split(" ")[1]);
    String rest = text.substring(end + END_OF_HEAD.length());
    if (status < 200) {
      return read(line, rest);
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Arrays.stream(head)
        .skip(1)
        .map(header -> header.split(":", 2))
        .forEach(
            pair ->
                headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1].strip()));
    Body body = Body.of(line, status, headers, rest);
    return new Exchange(
        new TestResponse(
            line.split(" ")[0],
            target(line),
            Optional.empty(),
            status,
            headers,
            body.decoded(headers)),
        body.rest());
  }

  /** As far as there is one that Java can read. */
  private static URI target(String line) {
    String[] words = line.split(" ");
    String target = words.length < 2 || !words[1].startsWith("/") ? "/" : words[1];
    return URI.create(target.replaceAll("[^!-~]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})", "?"));
  }

  /** The answer's body, one character for each byte, and what comes behind its end. */
  private record Body(String text, String rest) {
    static Body of(String line, int status, Map<String, List<String>> headers, String text) {
      if (line.startsWith("HEAD ") || status == 204 || status == 304) {
        return new Body("", text);
      }
      if (headers.containsKey("Transfer-Encoding")) {
        return ofChunks(text);
      }
      int length =
          headers.containsKey("Content-Length")
              ? Integer.parseInt(headers.get("Content-Length").getFirst())
              : text.length();
      if (length > text.length()) {
        throw new AssertionError("The body is cut short: " + text);
      }
      return new Body(text.substring(0, length), text.substring(length));
    }

    private static Body ofChunks(String chunks) {
      StringBuilder whole = new StringBuilder();
      int at = 0;
      while (true) {
        int line = chunks.indexOf(END_OF_LINE, at);
        int size = Integer.parseInt(chunks.substring(at, line), 16);
        at = line + END_OF_LINE.length();
        whole.append(chunks, at, at + size);
        at += size + END_OF_LINE.length();
        if (size == 0) {
          return new Body(whole.toString(), chunks.substring(at));
        }
      }
    }

    byte[] decoded(Map<String, List<String>> headers) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      return bytes.length > 0 && headers.containsKey("Content-Encoding")
          ? TestResponse.inflated(bytes)
          : bytes;
    }
  }
}
