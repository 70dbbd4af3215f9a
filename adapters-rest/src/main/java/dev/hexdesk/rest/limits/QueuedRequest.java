package dev.hexdesk.rest.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request on its way through a {@link RequestQueue}. */
public abstract class QueuedRequest {
  /** Why one is not worked on. */
  public enum Refusal {
    /** Too much was asked for by whoever asks for this. */
    OF_CALLER,
    /** Too much was asked for by all. */
    OF_ALL
  }

  final String kind;
  final Object caller;
  long since;

  /** Whether nothing but others keeps it from being let in, its caller having less than a share. */
  private boolean isNext;

  private long nextSince;

  /** Whose places it has; null before and after. */
  RequestQueue.@Nullable Places places;

  /**
   * @param kind of which so many are worked on at a time
   * @param caller who asks, to be told from others by {@code equals}
   */
  protected QueuedRequest(String kind, Object caller) {
    this.kind = kind;
    this.caller = caller;
  }

  void isNext(boolean now, long time) {
    if (now && !isNext) {
      nextSince = time;
    }
    isNext = now;
  }

  boolean isStuck(long time, Duration patience) {
    return isNext && time - nextSince > patience.toNanos();
  }

  /** Told once when it waited, and its turn has come. Nothing may be waited for in there. */
  protected abstract void start();

  /** Told once when it waited, and its turn did not come. Nothing may be waited for in there. */
  protected abstract void refuse(Refusal why);
}
