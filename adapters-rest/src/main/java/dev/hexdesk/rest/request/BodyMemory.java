package dev.hexdesk.rest.request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many bytes of bodies are in memory at a time: of all requests together, and of one
 * sender, so that nobody alone takes the room from everybody else.
 */
public final class BodyMemory {
  private static final int SENDERS = 8;

  private final long most;
  private final long mostOfOne;
  private final AtomicLong total = new AtomicLong();
  private final Map<Object, Long> ofSenders = new ConcurrentHashMap<>();

  /**
   * @param most bytes; one sender may have an eighth of them, but always the largest body
   */
  public BodyMemory(long most) {
    this.most = most;
    this.mostOfOne = Math.max(most / SENDERS, BodyLimit.STANDARD + 1);
  }

  /** How many bytes are held at the moment. */
  public long total() {
    return total.get();
  }

  /** Room for a body that has not come yet. */
  public Room roomFor(Object sender) {
    return new Room(sender);
  }

  /** What is held of one body; used by one thread at a time, and closed by whichever comes last. */
  public final class Room implements AutoCloseable {
    private final Object sender;
    private final AtomicLong held = new AtomicLong();

    private Room(Object sender) {
      this.sender = sender;
    }

    /** Reserves some more bytes, or leaves all as it is. */
    public boolean grow(long bytes) {
      if (total.addAndGet(bytes) > most) {
        total.addAndGet(-bytes);
        return false;
      }
      if (ofSenders.merge(sender, bytes, Long::sum) > mostOfOne) {
        giveBack(bytes);
        return false;
      }
      held.addAndGet(bytes);
      return true;
    }

    @Override
    public void close() {
      long bytes = held.getAndSet(0);
      if (bytes > 0) {
        giveBack(bytes);
      }
    }

    private void giveBack(long bytes) {
      total.addAndGet(-bytes);
      ofSenders.computeIfPresent(sender, (same, sum) -> sum == bytes ? null : sum - bytes);
    }
  }
}
