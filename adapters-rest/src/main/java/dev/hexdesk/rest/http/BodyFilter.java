package dev.hexdesk.rest.http;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sees to it that a body is there where one is read, that it is in UTF-8, and that it is not too
 * large, counted once inflated.
 */
public final class BodyFilter implements ReaderInterceptor {
  private static final int LARGEST = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    String charset = context.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw ProblemException.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must be encoded in UTF-8.");
    }
    context.setInputStream(new Limited(context.getInputStream()));
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

  private static ProblemException missing() {
    return ProblemException.of(ProblemType.MALFORMED_REQUEST, "A body is needed, and not null.");
  }

  private static final class Limited extends FilterInputStream {
    private int left = LARGEST;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() {
      int octet = readable(super::read);
      check(octet);
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int read = readable(() -> super.read(buffer, offset, length));
      for (int i = 0; i < read; i++) {
        check(buffer[offset + i]);
      }
      count(Math.max(read, 0));
      return read;
    }

    /** JSON's reader would guess UTF-16 and UTF-32 from the NUL bytes that UTF-8 never needs. */
    private static void check(int octet) {
      if (octet == 0) {
        throw ProblemException.of(
            ProblemType.MALFORMED_REQUEST, "A body must be encoded in UTF-8, without NUL.");
      }
    }

    private interface Reading {
      int now() throws IOException;
    }

    /** Whatever ends a body early, the server tells by exceptions of its own. */
    private static int readable(Reading reading) {
      try {
        return reading.now();
      } catch (IOException | RuntimeException unreadable) {
        throw ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "The body can't be read to its end: it is cut short, too slow or badly compressed.");
      }
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw ProblemException.of(
            ProblemType.PAYLOAD_TOO_LARGE, "A body may have at most " + LARGEST + " bytes.");
      }
    }
  }
}
