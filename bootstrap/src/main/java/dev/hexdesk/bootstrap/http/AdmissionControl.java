package dev.hexdesk.bootstrap.http;

import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.rest.limits.QueuedRequest;
import dev.hexdesk.rest.limits.RefusalDelay;
import dev.hexdesk.rest.limits.RequestKinds;
import dev.hexdesk.rest.limits.RequestQueue;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

/**
 * Lets in no more requests than can be worked on, before threads, memory and connections are spent
 * on them. The others wait as they have come, for as long as that makes sense; who comes after them
 * is refused.
 *
 * <p>A request is let in once its body is there, and makes room with the first byte of its answer:
 * who sends or reads slowly keeps nobody out.
 */
public final class AdmissionControl extends OutermostHandler {
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final String ADMIN_PORT = "admin";

  private final RequestQueue queue;
  private final RequestKinds kinds;
  private final RequestSenders senders;
  private final Handler refusals;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * @param origins pages that may read refusals, too; empty where the API is not for pages
   */
  public AdmissionControl(
      RequestQueue queue,
      RequestKinds kinds,
      AuthenticateToken tokens,
      Optional<CrossOrigin> origins) {
    this.queue = queue;
    this.kinds = kinds;
    this.senders = new RequestSenders(tokens);
    origins.ifPresent(pages -> pages.setHandler(new Refusals()));
    this.refusals = origins.<Handler>map(pages -> pages).orElseGet(Refusals::new);
    installBean(refusals);
  }

  @Override
  public void setServer(Server server) {
    refusals.setServer(server);
    super.setServer(server);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> kind = kindOf(request);
    if (kind.isEmpty()) {
      return super.handle(request, response, callback);
    }
    Admission admission = new Admission(kind.get(), callerOf(request), request, response, callback);
    switch (queue.enter(admission)) {
      case RequestQueue.Outcome.Admitted() -> admission.handle();
      case RequestQueue.Outcome.Waiting() -> {
        lookAgain();
        admission.await();
      }
      case RequestQueue.Outcome.Refused(QueuedRequest.Refusal why) -> admission.refuseSlowly(why);
    }
    return true;
  }

  private Optional<String> kindOf(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null
            || ADMIN_PORT.equals(request.getConnectionMetaData().getConnector().getName())
        ? Optional.empty()
        : kinds.of(request.getMethod(), path, request.getHttpURI().getQuery());
  }

  private Object callerOf(Request request) {
    String address = Request.getRemoteAddr(request);
    try {
      return senders.user(request).orElse(address);
    } catch (RuntimeException unknowable) {
      // The database is away, say, which is told by whoever asks for the caller next.
      return address;
    }
  }

  /** Has those refused who wait for too long, while anybody waits. */
  private void lookAgain() {
    if (looking.compareAndSet(false, true)) {
      getServer().getScheduler().schedule(this::look, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    looking.set(false);
    queue.expire();
    if (queue.waiting() > 0) {
      lookAgain();
    }
  }

  /** A request from when it has come until it is answered. */
  private final class Admission extends QueuedRequest implements Callback {
    private final Request request;
    private final Response response;
    private final Callback callback;

    /**
     * Where it came by a virtual one it goes on in that: what ends in another thread than it began
     * in is ended by a platform thread of Jetty's, which costs more than the wait.
     */
    private final @Nullable Thread waiting;

    private volatile @Nullable Runnable turn;

    Admission(String kind, Object caller, Request request, Response response, Callback callback) {
      super(kind, caller);
      this.waiting = Thread.currentThread().isVirtual() ? Thread.currentThread() : null;
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void handle() {
      Response answer = new Answer(this);
      try {
        if (!AdmissionControl.this.getHandler().handle(request, answer, this)) {
          Response.writeError(request, answer, this, HttpStatus.NOT_FOUND_404);
        }
      } catch (Throwable defect) {
        Response.writeError(request, answer, this, defect);
      }
    }

    /** Stays until it is known what becomes of it, if it can for next to nothing. */
    void await() {
      if (waiting == null) {
        return;
      }
      boolean isInterrupted = false;
      while (turn == null) {
        LockSupport.park(this);
        isInterrupted |= Thread.interrupted();
      }
      if (isInterrupted) {
        waiting.interrupt();
      }
      Objects.requireNonNull(turn).run();
    }

    @Override
    protected void start() {
      goOn(this::handle);
    }

    @Override
    protected void refuse(Refusal why) {
      goOn(() -> answer(why));
    }

    private void goOn(Runnable what) {
      if (waiting == null) {
        aside(what);
      } else {
        turn = what;
        LockSupport.unpark(waiting);
      }
    }

    private void answer(Refusal why) {
      boolean isCallers = why == Refusal.OF_CALLER;
      response.getHeaders().put(HttpHeader.RETRY_AFTER, isCallers ? "1" : "2");
      response.setStatus(
          isCallers ? HttpStatus.TOO_MANY_REQUESTS_429 : HttpStatus.SERVICE_UNAVAILABLE_503);
      try {
        refusals.handle(request, response, callback);
      } catch (Exception defect) {
        Response.writeError(request, response, callback, defect);
      }
    }

    void refuseSlowly(Refusal why) {
      getServer()
          .getScheduler()
          .schedule(
              () -> aside(() -> answer(why)),
              RefusalDelay.LENGTH.toMillis(),
              TimeUnit.MILLISECONDS);
    }

    private void aside(Runnable task) {
      try {
        VirtualThreads.execute(getServer().getThreadPool(), task);
      } catch (RejectedExecutionException stopping) {
        failed(stopping);
      }
    }

    @Override
    public void succeeded() {
      queue.leave(this);
      callback.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      queue.leave(this);
      callback.failed(failure);
    }
  }

  /** Makes room as soon as somebody has to read. */
  private final class Answer extends Response.Wrapper {
    private final Admission admission;

    Answer(Admission admission) {
      super(admission.request, admission.response);
      this.admission = admission;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback written) {
      queue.leave(admission);
      super.write(last, content, written);
    }
  }

  /** Answers with the status that was chosen. */
  private static final class Refusals extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Response.writeError(request, response, callback, response.getStatus());
      return true;
    }
  }
}
