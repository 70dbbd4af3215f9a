package dev.hexdesk.rest.request;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Sees to it that a body is there where one is read, that it is in UTF-8, and that it is not too
 * large, counted once inflated.
 */
public final class BodyFilter implements ReaderInterceptor {
  private static final int PIECE = 8192;

  /** What some editors and shells write before UTF-8; a reader may skip it (RFC 8259, 8.1). */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int largest;
  private final long largestFile;
  private final BodyMemory bodies;

  private BodyFilter(int largest, long largestFile, BodyMemory bodies) {
    this.largest = largest;
    this.largestFile = largestFile;
    this.bodies = bodies;
  }

  /**
   * The filter of each resource method, by its {@link BodyLimit}.
   *
   * @param largestFile how many bytes a body may have that a resource reads bit by bit
   * @param bodies what is held in memory
   */
  public static DynamicFeature ofMethods(long largestFile, BodyMemory bodies) {
    return (resource, context) ->
        context.register(
            new BodyFilter(BodyRules.limitOf(resource.getResourceMethod()), largestFile, bodies),
            Priorities.USER);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    requireReadable(context);
    if (context.getType() == InputStream.class) {
      return streamed(context);
    }
    try (BodyMemory.Room room = bodies.roomFor(context)) {
      return held(context, whole(context, room));
    }
  }

  private static Object held(ReaderInterceptorContext context, byte[] whole) throws IOException {
    context.setProperty(UnreadBodyFilter.READ, true);
    if (whole.length > 0) {
      requireType(context);
    }
    int begin = 0;
    if (isJson(context.getMediaType())) {
      requireUtf8(whole);
      begin = startsWithMark(whole) ? BYTE_ORDER_MARK.length : 0;
    }
    context.setInputStream(new ByteArrayInputStream(whole, begin, whole.length - begin));
    try {
      Object body = context.proceed();
      if (body == null) {
        throw missing();
      }
      return body;
    } catch (NoContentException none) {
      throw missing();
    }
  }

  /** A body that is read as it comes, and must never be in memory as a whole. */
  private Object streamed(ReaderInterceptorContext context) throws IOException {
    requireType(context);
    if (announcedLength(context) > largestFile) {
      throw UnreadableBody.tooLarge(largestFile).problem();
    }
    return new BodyStream(
        context.getInputStream(),
        largestFile,
        () -> context.setProperty(UnreadBodyFilter.READ, true));
  }

  private static void requireReadable(ReaderInterceptorContext context) {
    String charset = context.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must be encoded in UTF-8.");
    }
    // Jetty undoes chunks, and overlooks what stands before them.
    String transfer = context.getHeaders().getFirst("Transfer-Encoding");
    if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "A body may be sent in chunks and in no other coding.");
    }
    // The server takes the codings off that it undoes itself.
    String coding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "A body may be compressed by gzip and by nothing else.",
          Map.of(HttpHeaders.ACCEPT_ENCODING, "gzip"));
    }
  }

  private static ProblemException missing() {
    return ProblemException.of(ProblemType.MALFORMED_REQUEST, "A body is needed, and not null.");
  }

  /** JAX-RS takes a body of no type, or of some type, for whatever is wanted. */
  private static void requireType(ReaderInterceptorContext context) {
    MediaType type = context.getMediaType();
    if (context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) == null
        || type.isWildcardType()
        || type.isWildcardSubtype()) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "The header 'Content-Type' must tell what it is.");
    }
  }

  private byte[] whole(ReaderInterceptorContext context, BodyMemory.Room room) {
    if (announcedLength(context) > largest) {
      throw UnreadableBody.tooLarge(largest).problem();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    InputStream body = context.getInputStream();
    for (byte[] piece = next(body); piece.length > 0; piece = next(body)) {
      if (whole.size() + piece.length > largest) {
        throw UnreadableBody.tooLarge(largest).problem();
      }
      if (!room.grow(piece.length)) {
        throw UnreadableBody.noRoom().problem();
      }
      whole.writeBytes(piece);
    }
    return whole.toByteArray();
  }

  /** Nobody has to send, or wait for, what would be refused. */
  private static long announcedLength(ReaderInterceptorContext context) {
    String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException beyondAllBounds) {
      return Long.MAX_VALUE;
    }
  }

  /** Whatever ends a body early, the server tells by exceptions of its own. */
  private static byte[] next(InputStream body) {
    try {
      return body.readNBytes(PIECE);
    } catch (IOException | RuntimeException unreadable) {
      throw UnreadableBody.because(unreadable).problem();
    }
  }

  private static boolean isJson(MediaType type) {
    String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  private static boolean startsWithMark(byte[] body) {
    return body.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(BYTE_ORDER_MARK, 0, 3, body, 0, 3);
  }

  /** JSON's reader lets overlong forms and lone surrogates pass, which are no UTF-8. */
  private static void requireUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException otherBytes) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The body is not well-formed UTF-8.");
    }
  }
}
