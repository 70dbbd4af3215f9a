package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.request.BodyMemory;
import dev.hexdesk.rest.request.UnreadableBody;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body to its end without a thread that waits, and hands the request on then.
 *
 * <p>A body that is refused is read and thrown away, within bounds: whoever closes a connection on
 * bytes that still come resets it, and the sender, or a proxy before them, may never see the answer
 * (RFC 9112, section 9.6).
 *
 * <p>Its bytes are copied: Jetty's own buffers, retained, would each take 8 KiB even for a body
 * that comes byte by byte.
 */
final class BufferedBody extends EagerContentHandler.ContentLoader implements Invocable.Task {
  private static final int LEAST = 512;
  private static final byte[] NOTHING = {};

  /** Of what is refused, how many bytes are waited for, and how long. */
  static final int MOST_DISCARDED = 1 << 20;

  static final Bounds DISCARDED = new Bounds(0, Duration.ofSeconds(2));

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** How long to wait for the moment in which a reader can be interrupted. */
  private static final long NEXT_TRY_MILLIS = 100;

  /**
   * What is waited for, and how long.
   *
   * @param largest bytes; more are thrown away, and refused
   */
  record Bounds(int largest, Duration timeout) {}

  private final Bounds bounds;
  private final BodyMemory.Room room;
  private final long begin;
  private final long least;
  private byte[] body = NOTHING;
  private int length;
  private int received;
  private @Nullable UnreadableBody refusal;
  private volatile Scheduler.@Nullable Task timer;
  private volatile boolean late;
  private volatile boolean done;

  BufferedBody(
      Handler next,
      Request request,
      Response response,
      Callback callback,
      Bounds bounds,
      BodyMemory.Room room) {
    super(next, request, response, callback);
    this.bounds = bounds;
    this.room = room;
    this.begin = request.getHeadersNanoTime();
    this.least = request.getConnectionMetaData().getHttpConfiguration().getMinRequestDataRate();
  }

  /** Has the body refused, whatever comes. */
  BufferedBody refused(UnreadableBody why) {
    refusal = why;
    return this;
  }

  @Override
  protected void load() {
    read(Runnable::run);
  }

  /** Some more has come. Nothing here waits, so the thread that saw it come may do it. */
  @Override
  public void run() {
    read(
        task ->
            VirtualThreads.execute(
                getRequest().getConnectionMetaData().getConnector().getServer().getThreadPool(),
                task));
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void read(Executor asideOf) {
    while (true) {
      Content.Chunk chunk = getRequest().read();
      if (chunk == null) {
        waitForMore(asideOf);
        return;
      }
      Optional<Throwable> failure = take(chunk);
      chunk.release();
      if (failure.isPresent() || chunk.isLast()) {
        handOn(asideOf, failure);
        return;
      }
    }
  }

  /** Why there is no use in reading on, if so. */
  private Optional<Throwable> take(Content.Chunk chunk) {
    if (Content.Chunk.isFailure(chunk)) {
      return Optional.of(chunk.getFailure());
    }
    ByteBuffer bytes = chunk.getByteBuffer();
    int coming = bytes.remaining();
    received += coming;
    if (refusal == null && received > bounds.largest()) {
      refusal = UnreadableBody.tooLarge(bounds.largest());
    }
    if (refusal != null) {
      return received > bounds.largest() + MOST_DISCARDED ? Optional.of(refusal) : Optional.empty();
    }
    if (!makeRoom(length + coming)) {
      return Optional.of(UnreadableBody.noRoom());
    }
    bytes.get(body, length, coming);
    length += coming;
    return Optional.empty();
  }

  private boolean makeRoom(int needed) {
    if (needed > body.length) {
      int size =
          Math.clamp(2L * body.length, Math.max(needed, LEAST), Math.max(needed, bounds.largest()));
      if (!room.grow(size - body.length)) {
        return false;
      }
      body = Arrays.copyOf(body, size);
    }
    return true;
  }

  private void waitForMore(Executor asideOf) {
    long waited = System.nanoTime() - begin;
    if (late || (received > 0 && received < least * (waited / SECOND))) {
      handOn(asideOf, Optional.of(UnreadableBody.cutShort()));
      return;
    }
    if (timer == null) {
      giveUpAfter(Math.max(bounds.timeout().toNanos() - waited, 0));
    }
    getRequest().demand(this);
  }

  private void giveUpAfter(long nanos) {
    timer =
        getRequest()
            .getComponents()
            .getScheduler()
            .schedule(this::giveUp, nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * As an idle timeout does it: who waits for bytes is told that none will come. Where somebody
   * reads at this very moment, they see it themselves, or they will wait when it is tried again.
   */
  private void giveUp() {
    late = true;
    if (!done
        && !(getRequest().getConnectionMetaData().getConnection().getEndPoint()
                instanceof AbstractEndPoint endPoint
            && endPoint.getFillInterest().onFail(new TimeoutException("the body is too slow")))) {
      giveUpAfter(TimeUnit.MILLISECONDS.toNanos(NEXT_TRY_MILLIS));
    }
  }

  private void handOn(Executor asideOf, Optional<Throwable> failure) {
    done = true;
    Scheduler.Task waiting = timer;
    if (waiting != null) {
      waiting.cancel();
    }
    BufferedRequest loaded =
        refusal == null
            ? new BufferedRequest(getRequest(), body, length, failure)
            : BufferedRequest.unread(getRequest(), refusal);
    try {
      asideOf.execute(() -> handle(loaded, getResponse(), getCallback()));
    } catch (RejectedExecutionException stopping) {
      getCallback().failed(stopping);
    }
  }
}
