package dev.hexdesk.bootstrap.hardening;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A case's request: the lines that are written down, and those that go without saying. */
final class RequestBytes {
  private static final Pattern VERSION = Pattern.compile(" HTTP/\\S*$");

  private final Case sent;
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();

  private RequestBytes(Case sent, Texts.Values values) {
    this.sent = sent;
    this.texts = new Texts(values);
  }

  static byte[] of(Case sent, RequestRoute way, HardeningServer scene) {
    return new RequestBytes(sent, scene.with("token", tokenOf(sent, scene))).bytes(way);
  }

  private static String tokenOf(Case sent, HardeningServer scene) {
    String good = scene.person(sent.as() == null ? "admin" : sent.as()).token();
    return sent.token() == null
        ? good
        : sent.token().forge(good, HardeningServer.SECRET, new Texts(scene));
  }

  private byte[] bytes(RequestRoute way) {
    if (sent.raw() != null) {
      return texts.bytes(sent.raw());
    }
    String line = sent.request();
    lines.add(VERSION.matcher(line).find() ? line : line + " HTTP/1.1");
    lines.addAll(sent.headers());
    byte[] body = body();
    addUsual(way, body);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String each : lines) {
      bytes.writeBytes(texts.bytes(each + "\\r\\n"));
    }
    bytes.writeBytes(texts.bytes("\\r\\n"));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private byte[] body() {
    String text = sent.form() == null ? sent.body() : sent.form();
    byte[] body = text == null ? new byte[0] : texts.bytes(text);
    for (BodyEncoding packing : sent.pack()) {
      body = packing.pack(body);
    }
    return body;
  }

  private void addUsual(RequestRoute way, byte[] body) {
    addUnlessThere("Host", "localhost");
    if (sent.as() != null || sent.token() != null) {
      addUnlessThere("Authorization", "Bearer {token}");
    }
    if (sent.body() != null || sent.form() != null) {
      addUnlessThere(
          "Content-Type",
          sent.form() == null ? "application/json" : "application/x-www-form-urlencoded");
      if (sent.pack().contains(BodyEncoding.GZIP)) {
        addUnlessThere("Content-Encoding", "gzip");
      }
      if (sent.pack().contains(BodyEncoding.CHUNKED)) {
        addUnlessThere("Transfer-Encoding", "chunked");
      } else if (!has("Transfer-Encoding")) {
        addUnlessThere("Content-Length", Integer.toString(body.length));
      }
    }
    if (!sent.isClosed(way)) {
      addUnlessThere("Connection", "close");
    }
  }

  private void addUnlessThere(String name, String value) {
    if (!has(name) && !sent.without().contains(name)) {
      lines.add(name + ": " + value);
    }
  }

  private boolean has(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    return lines.stream()
        .skip(1)
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line -> line.startsWith(start + ":") || line.startsWith(start + " "));
  }
}
