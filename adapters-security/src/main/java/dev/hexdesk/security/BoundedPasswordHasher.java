package dev.hexdesk.security;

import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hashes on a few threads of its own, so that a flood of logins leaves the rest of the server
 * alone: a native call does not let go of the thread that carries a virtual one, and as many calls
 * as there are cores would stop all virtual threads.
 */
public final class BoundedPasswordHasher implements PasswordHasher, AutoCloseable {
  private final PasswordHasher hasher;
  private final ThreadPoolExecutor threads;
  private final LongAdder refused = new LongAdder();

  /**
   * @param threads how many hashes are made at once
   * @param queue how many callers may wait for their turn; who comes then gets a {@link
   *     RejectedExecutionException}
   */
  public BoundedPasswordHasher(PasswordHasher hasher, int threads, int queue) {
    this.hasher = hasher;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            Thread.ofPlatform().daemon().name("password-hasher-", 1).factory());
  }

  @Override
  public PasswordHash hash(Password password) {
    return inTurn(() -> hasher.hash(password));
  }

  @Override
  public boolean verify(Password password, PasswordHash hash) {
    return inTurn(() -> hasher.verify(password, hash));
  }

  @Override
  public void verifyDummy(Password password, Optional<Username> name) {
    inTurn(
        () -> {
          hasher.verifyDummy(password, name);
          return true;
        });
  }

  /** Costs nothing, so it waits for nobody. */
  @Override
  public boolean isOutdated(PasswordHash hash) {
    return hasher.isOutdated(hash);
  }

  /** How many callers wait for their turn. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** How many hashes are being made. */
  public int running() {
    return threads.getActiveCount();
  }

  /** How many hashes were made, or tried to be. */
  public long made() {
    return threads.getCompletedTaskCount();
  }

  /** How many callers were sent away because too many waited. */
  public long refused() {
    return refused.sum();
  }

  /** Sends away who still waits, by a {@link CancellationException}. */
  @Override
  public void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      if (waiting instanceof Future<?> turn) {
        turn.cancel(false);
      }
    }
  }

  private <T> T inTurn(Callable<T> work) {
    Future<T> turn = submit(work);
    try {
      return turn.get();
    } catch (InterruptedException e) {
      turn.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a password hash");
    } catch (ExecutionException e) {
      throw failureOf(e);
    }
  }

  private <T> Future<T> submit(Callable<T> work) {
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException full) {
      refused.increment();
      throw full;
    }
  }

  private static RuntimeException failureOf(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e);
  }
}
