package dev.hexdesk.bootstrap.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.http.RequestId;
import dev.hexdesk.rest.http.SecurityHeaders;
import dev.hexdesk.rest.problem.ProblemResponses;
import dev.hexdesk.rest.problem.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Jetty refuses before any resource sees it: malformed HTTP, too much of it, and its
 * own defects.
 */
public final class ProblemErrorHandler extends ErrorHandler {
  /** The path that Jetty makes up where it could read none. */
  private static final String UNREADABLE = "/badMessage";

  private final ObjectMapper mapper;
  private final Consumer<ProblemType> problems;

  /**
   * @param problems told of each problem that is answered
   */
  public ProblemErrorHandler(ObjectMapper mapper, Consumer<ProblemType> problems) {
    this.mapper = mapper;
    this.problems = problems;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback)
      throws IOException {
    boolean ofToken = ApiPaths.TOKEN.equals(request.getHttpURI().getCanonicalPath());
    String id = response.getHeaders().get(RequestId.HEADER);
    if (id == null) {
      id = RequestId.from(request.getHeaders().get(RequestId.HEADER));
      response.getHeaders().put(RequestId.HEADER, id);
    }
    SecurityHeaders.ALL.forEach(response.getHeaders()::put);
    ProblemType type = ProblemType.ofStatus(status);
    problems.accept(type);
    // Not always the one that Jetty chose: 426 and 505 say of themselves what no client can use.
    response.setStatus(type.status());
    String detail = detail(type, message, cause);
    byte[] body =
        mapper.writeValueAsBytes(
            ofToken
                ? ProblemResponses.tokenError(type, detail)
                : ProblemResponses.plain(type, detail, placeOf(request), id));
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, ofToken ? "application/json" : ProblemResponses.PROBLEM_JSON);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (isUnreadable(request) || status == HttpStatus.UPGRADE_REQUIRED_426) {
      // Jetty closes the connection, for it can't tell where a next request would begin.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** In words of our own: Jetty's name its parts, and repeat what was sent. */
  private static String detail(
      ProblemType type, @Nullable String message, @Nullable Throwable cause) {
    if (type != ProblemType.MALFORMED_REQUEST) {
      return type.meaning();
    }
    String reason = message + " " + (cause == null ? "" : cause.getMessage());
    if (reason.contains("Host")) {
      return "A request has one header 'Host', which is the server's name and port.";
    }
    if (reason.contains(ReadableHeads.NO_UTF8)) {
      return "The address is not in UTF-8; what is no ASCII is percent-encoded there, ü as %C3%BC.";
    }
    if (reason.contains(ReadableHeads.NO_TYPE)) {
      return "The header 'Content-Type' must be a media type such as application/json.";
    }
    if (reason.contains("upgrade")) {
      return "The header 'Upgrade' needs the word Upgrade in the header 'Connection';"
          + " a proxy hands on both or neither.";
    }
    return reason.contains("URI") && !reason.contains("No URI")
        ? "The address has a segment that is empty (//) or can be read in several ways (%2F)."
        : "What was sent is not well-formed HTTP/1.1.";
  }

  private static boolean isUnreadable(Request request) {
    return UNREADABLE.equals(request.getHttpURI().getPath());
  }

  private static ProblemResponses.Place placeOf(Request request) {
    return new ProblemResponses.Place(
        request.getAttribute(ForwardedPrefix.ATTRIBUTE) instanceof String prefix ? prefix : "",
        pathOf(request));
  }

  /** The path as it was sent, where it is one: an instance is a URI (RFC 9457, section 3.1.5). */
  private static String pathOf(Request request) {
    String path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith("/") || isUnreadable(request)) {
      return "/";
    }
    try {
      return new URI(path).toASCIIString();
    } catch (URISyntaxException noPath) {
      return "/";
    }
  }
}
