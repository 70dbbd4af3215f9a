package dev.hexdesk.rest.transfer;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Lets in a few transfers at once: each keeps a connection for as long as it takes. */
public final class TransferBulkhead {
  private static final String SECONDS_TO_WAIT = "10";

  private final Semaphore free;
  private final Duration stallTimeout;

  /**
   * @param stallTimeout how long is waited for a client who does not take or send a kibibyte a
   *     second
   */
  public TransferBulkhead(int atOnce, Duration stallTimeout) {
    this.free = new Semaphore(atOnce);
    this.stallTimeout = stallTimeout;
  }

  Duration stallTimeout() {
    return stallTimeout;
  }

  /** A transfer that is done within the bulkhead. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Runs the work, or turns it away at once where there are too many already. */
  public <T, E extends Exception> T pass(Work<T, E> work) throws E {
    if (!free.tryAcquire()) {
      throw ProblemException.of(
          ProblemType.UNAVAILABLE,
          "As many exports and imports as the server allows are running already.",
          Map.of("Retry-After", SECONDS_TO_WAIT));
    }
    try {
      return work.run();
    } finally {
      free.release();
    }
  }
}
