package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.request.BodyRules;
import dev.hexdesk.rest.request.UnreadableBody;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Refuses compressed bodies that are cut short or damaged. What inflates them for the application
 * takes their end for granted, so that half a file would be taken for a whole one.
 */
public final class CompressedBodies extends OutermostHandler {
  private static final String GZIP = "gzip";

  /** The same by its older name (RFC 9110, section 8.4.1.3). */
  private static final String X_GZIP = "x-gzip";

  private final BodyRules rules;

  /**
   * @param rules how long bodies may be: beyond that nobody reads them
   */
  public CompressedBodies(BodyRules rules) {
    this.rules = rules;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String coding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return GZIP.equalsIgnoreCase(coding) || X_GZIP.equalsIgnoreCase(coding)
        ? super.handle(checked(request), response, callback)
        : super.handle(request, response, callback);
  }

  private Request checked(Request request) {
    String path = request.getHttpURI().getPath();
    boolean isStreamed = path != null && path.startsWith(ApiPaths.BASE) && rules.isStreamed(path);
    GzipMembers members = new GzipMembers(isStreamed ? Long.MAX_VALUE : rules.largest());
    Request.addCompletionListener(request, failure -> members.close());
    return new Checked(request, members);
  }

  private static final class Checked extends Request.Wrapper {
    private final GzipMembers members;
    private final HttpFields headers;
    private Content.@Nullable Chunk failure;

    Checked(Request request, GzipMembers members) {
      super(request);
      this.members = members;
      this.headers =
          HttpFields.build(request.getHeaders())
              .put(new HttpField(HttpHeader.CONTENT_ENCODING, GZIP))
              .asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (failure != null) {
        return failure;
      }
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      ByteBuffer bytes = chunk.getByteBuffer();
      members.take(bytes.slice());
      if (chunk.isLast() && !members.isWhole()) {
        chunk.release();
        failure = Content.Chunk.from(UnreadableBody.cutShort(), true);
        return failure;
      }
      return chunk;
    }
  }
}
