package dev.hexdesk.bootstrap.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what came over one connection; anything between or behind answers is an error. */
final class Responses {
  /**
   * @param headers in lower case
   */
  record Response(int status, List<String> headers, String body) {
    List<String> all(String header) {
      String prefix = header.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .toList();
    }
  }

  private final String bytes;
  private int at;

  private Responses(byte[] bytes) {
    this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The answers in their order, without those that only tell that more will come. */
  static List<Response> of(byte[] bytes) {
    Responses responses = new Responses(bytes);
    List<Response> all = new ArrayList<>();
    while (responses.at < responses.bytes.length()) {
      Response next = responses.next();
      if (next.status() >= 200) {
        all.add(next);
      }
    }
    return all;
  }

  private Response next() {
    int end = bytes.indexOf("\r\n\r\n", at);
    if (end < 0 || !bytes.startsWith("HTTP/1.", at)) {
      throw new AssertionError("No answer at " + at + " of: " + bytes);
    }
    List<String> head = bytes.substring(at, end).lines().toList();
    at = end + 4;
    int status = Integer.parseInt(head.getFirst().split(" ")[1]);
    Response bare = new Response(status, head.subList(1, head.size()), "");
    return new Response(status, bare.headers(), body(bare));
  }

  private String body(Response bare) {
    if (bare.status() < 200 || bare.status() == 204 || bare.status() == 304) {
      return "";
    }
    if (bare.all("Transfer-Encoding").contains("chunked")) {
      return chunks();
    }
    List<String> length = bare.all("Content-Length");
    return length.isEmpty()
        ? taken(bytes.length() - at)
        : taken(Integer.parseInt(length.getFirst()));
  }

  private String chunks() {
    StringBuilder body = new StringBuilder();
    while (true) {
      int end = bytes.indexOf("\r\n", at);
      int size = Integer.parseInt(bytes.substring(at, end), 16);
      at = end + 2;
      body.append(taken(size));
      at += 2;
      if (size == 0) {
        return body.toString();
      }
    }
  }

  private String taken(int length) {
    if (at + length > bytes.length()) {
      throw new AssertionError("Cut short: " + bytes.substring(at));
    }
    String taken = bytes.substring(at, at + length);
    at += length;
    return taken;
  }
}
