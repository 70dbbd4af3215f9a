package dev.hexdesk.bootstrap.journey;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What goes on beside a test, round after round, until it is closed, which fails as it did. */
final class BackgroundWork implements AutoCloseable {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean enough;

  /**
   * @param afterwards what is done once when it was enough
   */
  BackgroundWork(Runnable round, Runnable afterwards) {
    Thread.ofVirtual().start(() -> work(round, afterwards));
  }

  private void work(Runnable round, Runnable afterwards) {
    try {
      while (!enough) {
        round.run();
      }
      afterwards.run();
      end.complete(null);
    } catch (RuntimeException | AssertionError failure) {
      end.completeExceptionally(failure);
    }
  }

  /** Whether it has ended, which before it is closed it does when it fails. */
  boolean hasEnded() {
    return end.isDone();
  }

  @Override
  public void close() throws ExecutionException, InterruptedException {
    enough = true;
    end.get();
  }
}
