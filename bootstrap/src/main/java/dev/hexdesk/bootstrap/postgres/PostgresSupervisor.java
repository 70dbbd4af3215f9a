package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises PostgreSQL: launches it on a thread of its own, which lives as long as PostgreSQL
 * shall, and launches it again should it die, until closed.
 */
final class PostgresSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervisor.class);
  private static final Duration LOG_CHECK = Duration.ofMinutes(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final PostgresProcess server;
  private final StaleServer leftover;
  private final CompletableFuture<Process> launched = new CompletableFuture<>();
  private final CompletableFuture<Boolean> cameUp = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Process process;

  PostgresSupervisor(PostgresProcess server, StaleServer leftover) {
    this.server = server;
    this.leftover = leftover;
  }

  /** Whether the server came up; if not, it has ended, and its log says why. */
  boolean start(Consumer<String> progress) throws IOException, InterruptedException {
    Thread.ofPlatform().daemon().name("postgres-keeper").start(this::keep);
    try {
      cameUp.complete(server.awaitReady(launched.get(), progress));
      return cameUp.join();
    } catch (ExecutionException e) {
      throw new IOException("PostgreSQL cannot be launched: " + e.getCause(), e);
    } finally {
      // Has an effect only when the waiting did not come to its end.
      if (cameUp.complete(false)) {
        close();
      }
    }
  }

  int port() {
    return server.port();
  }

  private void keep() {
    try {
      Process first = launch();
      launched.complete(first);
      watch(first);
      if (cameUp.join()) {
        relaunchUntilClosed(first);
      }
    } catch (IOException e) {
      launched.completeExceptionally(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread", e);
    }
  }

  private void relaunchUntilClosed(Process dead) throws InterruptedException {
    Process last = dead;
    Duration pause = SHORTEST_PAUSE;
    while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.error(
          "PostgreSQL ended with status {}; launching it again. Its last words:\n{}",
          last.exitValue(),
          server.log().lastLines());
      long start = System.nanoTime();
      try {
        leftover.stop(LOG::info);
        last = launch();
        watch(last);
      } catch (IOException | EmbeddedPostgresException e) {
        LOG.error("PostgreSQL cannot be launched again", e);
      }
      boolean lasted = System.nanoTime() - start > LOG_CHECK.toNanos();
      pause = lasted ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private synchronized Process launch() throws IOException {
    if (closing.getCount() == 0) {
      throw new IOException("PostgreSQL is being closed");
    }
    process = server.launch();
    return process;
  }

  private void watch(Process running) throws InterruptedException {
    while (!running.waitFor(LOG_CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
      server.log().rotateWhenLarge();
    }
  }

  /** Shuts the server down; once more does nothing. */
  @Override
  public void close() {
    closing.countDown();
    Process last = lastLaunched();
    try {
      if (last != null) {
        server.stop(last);
      }
    } catch (InterruptedException e) {
      // The server has been told to stop, and a next start waits for that.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Process lastLaunched() {
    return process;
  }
}
