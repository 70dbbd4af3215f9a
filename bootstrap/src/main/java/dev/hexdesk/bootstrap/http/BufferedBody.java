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
 * <p>Its bytes are copied: Jetty's own buffers, retained, would each take 8 KiB even for a body
 * that comes byte by byte.
 */
final class BufferedBody extends EagerContentHandler.ContentLoader implements Invocable.Task {
  private static final int LEAST = 512;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** How long to wait for the moment in which a reader can be interrupted. */
  private static final long NEXT_TRY_MILLIS = 100;

  /**
   * What is waited for, and how long.
   *
   * @param largest bytes; one more is read, so that the reader sees that it is too many
   */
  record Bounds(int largest, Duration timeout) {}

  private final Bounds bounds;
  private final BodyMemory.Room room;
  private final long begin;
  private final long least;
  private byte[] body = new byte[0];
  private int length;
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
    int taken = Math.min(bytes.remaining(), bounds.largest() + 1 - length);
    if (!makeRoom(length + taken)) {
      return Optional.of(UnreadableBody.noRoom());
    }
    bytes.get(body, length, taken);
    length += taken;
    return length > bounds.largest()
        ? Optional.of(UnreadableBody.tooLarge(bounds.largest()))
        : Optional.empty();
  }

  private boolean makeRoom(int needed) {
    if (needed > body.length) {
      int size =
          Math.clamp(
              2L * body.length, Math.max(needed, LEAST), Math.max(needed, bounds.largest() + 1));
      if (!room.grow(size - body.length)) {
        return false;
      }
      body = Arrays.copyOf(body, size);
    }
    return true;
  }

  private void waitForMore(Executor asideOf) {
    long waited = System.nanoTime() - begin;
    if (late || (length > 0 && length < least * (waited / SECOND))) {
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
    BufferedRequest loaded = new BufferedRequest(getRequest(), body, length, failure);
    try {
      asideOf.execute(() -> handle(loaded, getResponse(), getCallback()));
    } catch (RejectedExecutionException stopping) {
      getCallback().failed(stopping);
    }
  }
}
