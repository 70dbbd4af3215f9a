package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What is done to a body before it is sent. */
enum BodyEncoding {
  @JsonProperty("utf-16")
  UTF_16,
  @JsonProperty("utf-16le")
  UTF_16LE,
  @JsonProperty("utf-32")
  UTF_32,
  @JsonProperty("latin-1")
  LATIN_1,
  @JsonProperty("gzip")
  GZIP,
  @JsonProperty("cut short")
  CUT,
  @JsonProperty("without sum")
  WITHOUT_SUM,
  @JsonProperty("other sum")
  OTHER_SUM,
  @JsonProperty("broken")
  BROKEN,
  @JsonProperty("chunked")
  CHUNKED;

  private static final int LONGEST_CHUNK = 1 << 16;

  byte[] pack(byte[] body) {
    return switch (this) {
      case UTF_16 -> encoded(body, "UTF-16");
      case UTF_16LE -> encoded(body, "UTF-16LE");
      case UTF_32 -> encoded(body, "UTF-32");
      case LATIN_1 -> encoded(body, "ISO-8859-1");
      case GZIP -> compressed(body);
      case CUT -> Arrays.copyOf(body, body.length - 12);
      case WITHOUT_SUM -> Arrays.copyOf(body, body.length - 8);
      case OTHER_SUM -> changedAt(body.length - 8, body);
      case BROKEN -> changedAt(body.length / 2, body);
      case CHUNKED -> inChunks(body);
    };
  }

  /** What readers call it. */
  String words() {
    return switch (this) {
      case UTF_16 -> "in UTF-16";
      case UTF_16LE -> "in UTF-16LE without a mark";
      case UTF_32 -> "in UTF-32";
      case LATIN_1 -> "in ISO 8859-1";
      case GZIP -> "compressed";
      case CUT -> "cut short";
      case WITHOUT_SUM -> "without its sum and length";
      case OTHER_SUM -> "with another sum";
      case BROKEN -> "one byte changed";
      case CHUNKED -> "in chunks";
    };
  }

  private static byte[] encoded(byte[] utf8, String charset) {
    return new String(utf8, UTF_8).getBytes(Charset.forName(charset));
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] changedAt(int place, byte[] body) {
    byte[] broken = body.clone();
    broken[place] ^= 0x55;
    return broken;
  }

  private static byte[] inChunks(byte[] body) {
    ByteArrayOutputStream chunked = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += LONGEST_CHUNK) {
      int length = Math.min(LONGEST_CHUNK, body.length - at);
      chunked.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
      chunked.write(body, at, length);
      chunked.writeBytes("\r\n".getBytes(US_ASCII));
    }
    chunked.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
    return chunked.toByteArray();
  }
}
