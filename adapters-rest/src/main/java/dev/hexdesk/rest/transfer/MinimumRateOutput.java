package dev.hexdesk.rest.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a client, which knows how they keep up and whether they are still there. */
final class MinimumRateOutput extends OutputStream {
  private static final long NOT_WRITING = 0;

  private final OutputStream out;
  private final Duration stallTimeout;
  private final TransferRate pace;
  private volatile long writingSince = NOT_WRITING;
  private volatile boolean tooSlow;
  private volatile boolean gone;
  private final AtomicLong written = new AtomicLong();

  MinimumRateOutput(OutputStream out, Duration stallTimeout) {
    this.out = out;
    this.stallTimeout = stallTimeout;
    this.pace = new TransferRate(stallTimeout);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    waitingForClient(() -> out.write(bytes, offset, length), length);
  }

  /** Something that ends when the client has taken what there is. */
  @FunctionalInterface
  private interface Sending {
    void run() throws IOException;
  }

  private void waitingForClient(Sending sending, int length) throws IOException {
    long begin = System.nanoTime() | 1; // never NOT_WRITING
    writingSince = begin;
    try {
      sending.run();
    } catch (IOException failure) {
      gone = true;
      throw failure;
    } finally {
      writingSince = NOT_WRITING;
    }
    written.addAndGet(length);
    pace.add(System.nanoTime() - begin, length);
    tooSlow = pace.isTooSlow();
  }

  @Override
  public void flush() throws IOException {
    waitingForClient(out::flush, 0);
  }

  /** Whether the client does not keep up; may be asked by any thread. */
  boolean isStalled() {
    long since = writingSince;
    return tooSlow || (since != NOT_WRITING && System.nanoTime() - since > stallTimeout.toNanos());
  }

  /** Whether nobody reads any more. */
  boolean isGone() {
    return gone;
  }

  /** How many bytes were written in all. */
  long written() {
    return written.get();
  }
}
