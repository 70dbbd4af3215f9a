package dev.hexdesk.rest.transfer;

import dev.hexdesk.rest.request.BlockInputStream;
import dev.hexdesk.rest.request.UnreadableBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A file that is refused when whoever sends it does not keep up. */
final class MinimumRateInput extends BlockInputStream {
  private final TransferRate pace;

  MinimumRateInput(InputStream file, Duration stallTimeout) {
    super(file);
    this.pace = new TransferRate(stallTimeout);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long begin = System.nanoTime();
    int read = in.read(buffer, offset, length);
    pace.add(System.nanoTime() - begin, Math.max(read, 0));
    if (read >= 0 && pace.isTooSlow()) {
      throw UnreadableBody.cutShort();
    }
    return read;
  }
}
