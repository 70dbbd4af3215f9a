package dev.hexdesk.rest.request;

import java.io.IOException;
import java.io.InputStream;

/** A body that is read as it comes, up to a limit. */
final class BodyStream extends BlockInputStream {
  private final long largest;
  private final Runnable atEnd;
  private long count;

  /**
   * @param atEnd is called when all was read
   */
  BodyStream(InputStream body, long largest, Runnable atEnd) {
    super(body);
    this.largest = largest;
    this.atEnd = atEnd;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(buffer, offset, length);
    } catch (IOException | RuntimeException unreadable) {
      throw UnreadableBody.because(unreadable);
    }
    if (read < 0) {
      atEnd.run();
      return read;
    }
    count += read;
    if (count > largest) {
      throw UnreadableBody.tooLarge(largest);
    }
    return read;
  }
}
