package dev.hexdesk.bootstrap.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of clients that take too long over the head of a request. Jetty's idle timeout starts
 * anew with each byte, so a byte now and then would hold a connection for ever.
 *
 * <p>Looks at all connections now and then, so that a request costs nothing more.
 */
public final class RequestHeadTimeout implements ConnectionWatch {
  private static final long LONGEST_PERIOD = TimeUnit.SECONDS.toNanos(1);
  private static final int LOOKS = 8;

  private final long timeout;
  private final Map<HttpConnection, Head> heads = new ConcurrentHashMap<>();
  private volatile Scheduler.@Nullable Task next;

  /**
   * @param timeout from the first byte of a head, or the beginning of a connection, to its end
   */
  public RequestHeadTimeout(Duration timeout) {
    this.timeout = timeout.toNanos();
  }

  @Override
  public void lifeCycleStarted(LifeCycle started) {
    if (started instanceof Server server) {
      lookSoon(server.getScheduler());
    }
  }

  @Override
  public void lifeCycleStopping(LifeCycle stopping) {
    Scheduler.Task task = next;
    if (stopping instanceof Server && task != null) {
      task.cancel();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      heads.put(http, new Head(http, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      heads.remove(http);
    }
  }

  private void lookSoon(Scheduler scheduler) {
    next =
        scheduler.schedule(
            () -> {
              try {
                look();
              } finally {
                lookSoon(scheduler);
              }
            },
            Math.min(timeout / LOOKS, LONGEST_PERIOD),
            TimeUnit.NANOSECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    for (Head head : heads.values()) {
      if (head.age(now) > timeout) {
        head.letGo();
      }
    }
  }

  /** The head that a connection reads at the moment, if it does; seen by one thread alone. */
  private static final class Head {
    private final HttpConnection connection;

    /** Since when it is being read. */
    private long begin;

    private boolean begun = true;
    private long requests;
    private long bytesBefore;

    Head(HttpConnection connection, long opened) {
      this.connection = connection;
      this.begin = opened;
    }

    /** How long it has been read, in nanoseconds; 0 while it is complete or has not begun. */
    long age(long now) {
      boolean reading = connection.getParser().inHeaderState();
      if (!reading || connection.getMessagesIn() != requests) {
        // Whatever is read now is not what was read before; when it began will be seen.
        begun = false;
        requests = connection.getMessagesIn();
        bytesBefore = connection.getBytesIn();
      }
      if (!begun && reading && isBeyondStart()) {
        begun = true;
        begin = now;
      }
      return begun ? now - begin : 0;
    }

    /** Or has at least read what may come before the start: empty lines. */
    private boolean isBeyondStart() {
      return !connection.getParser().isStart() || connection.getBytesIn() != bytesBefore;
    }

    /**
     * As an idle timeout does it, which is safe while others may be reading: only who still waits
     * for bytes is let go, anybody else is looked at again. The first time ends what is sent, the
     * next time the connection.
     */
    void letGo() {
      if (connection.getEndPoint() instanceof AbstractEndPoint endPoint) {
        endPoint
            .getFillInterest()
            .onFail(new TimeoutException("the head of a request took too long"));
      }
    }
  }
}
