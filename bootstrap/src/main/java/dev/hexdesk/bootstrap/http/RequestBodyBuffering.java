package dev.hexdesk.bootstrap.http;

import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.request.BodyMemory;
import dev.hexdesk.rest.request.BodyRules;
import dev.hexdesk.rest.request.UnreadableBody;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Buffers request bodies before a thread works on their requests. However slowly one comes, no
 * thread waits for it; and its sender is authenticated once it is there, as they stand then.
 *
 * <p>Bodies are held as they come over the wire, before anything is inflated, up to a limit and for
 * a while. Bodies that are refused for their announced length, and those of strangers to whom only
 * the login is open, are not read at all. What is wrong with a body is answered by whoever would
 * have read it, and is told them by the exception that ends their reading.
 */
public final class RequestBodyBuffering extends EagerContentHandler implements LifeCycle.Listener {
  /**
   * @param rules what each body may be
   * @param bodies what they are held in
   * @param timeout from the end of the head to the end of the body
   */
  public RequestBodyBuffering(
      BodyRules rules, BodyMemory bodies, Duration timeout, AuthenticateToken tokens) {
    super(new Loaders(rules, bodies, timeout, new RequestSenders(tokens)));
    includeMethod("POST", "PUT", "PATCH");
  }

  /** Takes its place in a server that is about to start: before anything that reads bodies. */
  @Override
  public void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server && server.getHandler() instanceof Singleton outermost) {
      outermost.insertHandler(this);
    }
  }

  /** Decides over each body by the head before it. */
  private record Loaders(
      BodyRules rules, BodyMemory bodies, Duration timeout, RequestSenders senders)
      implements ContentLoaderFactory {
    /** For all types. */
    @Override
    public @Nullable String getApplicableMimeType() {
      return null;
    }

    @Override
    public @Nullable ContentLoader newContentLoader(
        String contentType,
        String mimeType,
        Handler next,
        Request request,
        Response response,
        Callback callback) {
      String path = request.getHttpURI().getPath();
      if (path == null || !path.startsWith(ApiPaths.BASE) || rules.isStreamed(path)) {
        return null;
      }
      OptionalInt open = rules.limitForStrangers(path);
      int limit = open.orElse(rules.largest());
      String address = Request.getRemoteAddr(request);
      Optional<Object> sender;
      try {
        sender = open.isPresent() ? Optional.of(address) : senders.user(request);
      } catch (RuntimeException unknowable) {
        // The database is away, say. Who looks at the caller next answers that, in the API's words.
        return new Unread(next, request, response, callback, UnreadableBody.noRoom());
      }
      BodyMemory.Room room = bodies.roomFor(sender.orElse(address));
      Request.addCompletionListener(request, failure -> room.close());
      boolean tooLarge = request.getLength() > limit;
      if (sender.isPresent() && !tooLarge) {
        return new BufferedBody(
            next, request, response, callback, new BufferedBody.Bounds(limit, timeout), room);
      }
      UnreadableBody why = tooLarge ? UnreadableBody.tooLarge(limit) : UnreadableBody.cutShort();
      // Who asks before they send, and who would send much more, is told at once.
      return request.getHeaders().contains(HttpHeader.EXPECT)
              || request.getLength() > BufferedBody.MOST_DISCARDED
          ? new Unread(next, request, response, callback, why)
          : new BufferedBody(next, request, response, callback, BufferedBody.DISCARDED, room)
              .refused(why);
    }
  }

  /** A body that nobody is to wait for. */
  private static final class Unread extends ContentLoader {
    private final UnreadableBody why;

    Unread(
        Handler next, Request request, Response response, Callback callback, UnreadableBody why) {
      super(next, request, response, callback);
      this.why = why;
    }

    @Override
    protected void load() {
      handle(BufferedRequest.unread(getRequest(), why), getResponse(), getCallback());
    }
  }
}
