package dev.hexdesk.bootstrap.http;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Follows a gzip stream, part by part, and knows whether it is whole: each member ends with the sum
 * and the length of what it holds (RFC 1952, section 2.3.1).
 */
final class GzipMembers implements AutoCloseable {
  private enum Part {
    HEADER,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    HEADER_SUM,
    DATA,
    TRAILER
  }

  private static final int[] MAGIC = {0x1f, 0x8b, 8};
  private static final int HEADER_BYTES = 10;
  private static final int FLAGS_AT = 3;
  private static final int HAS_HEADER_SUM = 1 << 1;
  private static final int HAS_EXTRA = 1 << 2;
  private static final int HAS_NAME = 1 << 3;
  private static final int HAS_COMMENT = 1 << 4;
  private static final int TRAILER_BYTES = 8;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final byte[] inflated = new byte[1 << 13];
  private final long most;

  private Part part = Part.HEADER;
  private int flags;
  private int read;
  private int extra;
  private long trailer;
  private long total;
  private boolean damaged;

  /**
   * @param most bytes that are inflated; of a longer stream nothing is known beyond
   */
  GzipMembers(long most) {
    this.most = most;
  }

  /** Whether nothing is missing or wrong so far, if the stream ends here. */
  boolean isWhole() {
    return total > most || !damaged && part == Part.HEADER && read == 0;
  }

  /** Takes the next bytes of the stream, all of them. */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining() && !damaged && total <= most) {
      if (part == Part.DATA) {
        inflate(bytes);
      } else {
        take(bytes.get() & 0xff);
      }
    }
  }

  private void inflate(ByteBuffer bytes) {
    inflater.setInput(bytes);
    try {
      int count = inflater.inflate(inflated);
      while (count > 0 && total <= most) {
        sum.update(inflated, 0, count);
        total += count;
        count = inflater.inflate(inflated);
      }
      damaged |= inflater.needsDictionary();
    } catch (DataFormatException wrong) {
      damaged = true;
    }
    if (inflater.finished()) {
      enter(Part.TRAILER);
    }
  }

  private void take(int next) {
    read++;
    switch (part) {
      case HEADER -> {
        damaged |= read <= MAGIC.length && next != MAGIC[read - 1];
        flags = read - 1 == FLAGS_AT ? next : flags;
        if (read == HEADER_BYTES) {
          enter(Part.EXTRA_LENGTH);
        }
      }
      case EXTRA_LENGTH -> {
        extra |= next << (Byte.SIZE * (read - 1));
        if (read == Short.BYTES) {
          enter(Part.EXTRA);
        }
      }
      case EXTRA -> {
        if (read == extra) {
          enter(Part.NAME);
        }
      }
      case NAME -> {
        if (next == 0) {
          enter(Part.COMMENT);
        }
      }
      case COMMENT -> {
        if (next == 0) {
          enter(Part.HEADER_SUM);
        }
      }
      case HEADER_SUM -> {
        if (read == Short.BYTES) {
          enter(Part.DATA);
        }
      }
      case TRAILER -> {
        trailer |= (long) next << (Byte.SIZE * (read - 1));
        if (read == TRAILER_BYTES) {
          damaged |= trailer != (sum.getValue() | inflater.getBytesWritten() << Integer.SIZE);
          enter(Part.HEADER);
        }
      }
      case DATA -> throw new AssertionError("is taken as a whole");
    }
  }

  /** Goes on with that part of a member, or with the next one that there is. */
  private void enter(Part next) {
    read = 0;
    part =
        switch (next) {
          case HEADER -> {
            inflater.reset();
            sum.reset();
            yield Part.HEADER;
          }
          case EXTRA_LENGTH -> {
            extra = 0;
            yield has(HAS_EXTRA) ? Part.EXTRA_LENGTH : after(Part.NAME);
          }
          case EXTRA -> extra > 0 ? Part.EXTRA : after(Part.NAME);
          case NAME, COMMENT, HEADER_SUM, DATA -> after(next);
          case TRAILER -> {
            trailer = 0;
            yield Part.TRAILER;
          }
        };
  }

  private Part after(Part wanted) {
    if (wanted == Part.NAME && has(HAS_NAME)) {
      return Part.NAME;
    }
    if (wanted.compareTo(Part.COMMENT) <= 0 && has(HAS_COMMENT)) {
      return Part.COMMENT;
    }
    return wanted.compareTo(Part.HEADER_SUM) <= 0 && has(HAS_HEADER_SUM)
        ? Part.HEADER_SUM
        : Part.DATA;
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
