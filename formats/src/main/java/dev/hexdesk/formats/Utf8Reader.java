package dev.hexdesk.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 and nothing else. What stands before other bytes is given first, and these by their
 * line, which the JDK's reader leaves to guess.
 */
final class Utf8Reader extends Reader {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BUFFER = 8192;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER).flip();
  private boolean atEnd;
  private long line = 1;
  private boolean isAfterReturn;

  /** A line of a file has bytes that are no UTF-8. */
  static final class MalformedLine extends CharacterCodingException {
    private static final long serialVersionUID = 1;

    private final long line;

    private MalformedLine(long line) {
      this.line = line;
    }

    /** Which line it is, from 1. */
    long line() {
      return line;
    }
  }

  private Utf8Reader(InputStream in) {
    this.in = in;
  }

  /**
   * A reader past the byte order mark, if there is one, that fails at other bytes than UTF-8 with
   * {@link MalformedLine}.
   */
  static Reader reader(InputStream in) throws IOException {
    PushbackReader reader = new PushbackReader(new Utf8Reader(in));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!decoded.hasRemaining() && !decode()) {
      return -1;
    }
    int read = Math.min(length, decoded.remaining());
    decoded.get(buffer, offset, read);
    return read;
  }

  /** Whether there was more. */
  private boolean decode() throws IOException {
    decoded.clear();
    CoderResult result = decoder.decode(bytes, decoded, atEnd);
    while (decoded.position() == 0 && result.isUnderflow() && !atEnd) {
      fill();
      result = decoder.decode(bytes, decoded, atEnd);
    }
    decoded.flip();
    if (!decoded.hasRemaining() && result.isError()) {
      throw new MalformedLine(line);
    }
    countLines();
    return decoded.hasRemaining();
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    atEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }

  private void countLines() {
    for (int at = decoded.position(); at < decoded.limit(); at++) {
      char each = decoded.get(at);
      if (each == '\r' || each == '\n' && !isAfterReturn) {
        line++;
      }
      isAfterReturn = each == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
