package dev.hexdesk.rest.limits;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts a refusal off: a client that asks again and again would keep the server busy with refusals
 * otherwise.
 */
public final class RefusalDelay {
  /** Those who saturate the server are told within 50 ms. */
  public static final Duration LENGTH = Duration.ofMillis(30);

  private RefusalDelay() {}

  /** Costs a virtual thread its time, and nothing else. */
  public static void take() {
    LockSupport.parkNanos(LENGTH.toNanos());
  }
}
