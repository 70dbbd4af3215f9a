package dev.hexdesk.rest.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names a request, so that an answer, its problem and the lines of the log can be brought together.
 */
public final class RequestId {
  /** The header that carries the id both ways. */
  public static final String HEADER = "X-Request-Id";

  /** Under this key each line of the log finds the id. */
  public static final String LOG_KEY = "request_id";

  public static final int LONGEST = 64;
  public static final String PATTERN = "^[A-Za-z0-9._-]+$";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST + "}");

  private RequestId() {}

  /** The client's own id when it is harmless, else a new one. */
  public static String from(@Nullable String header) {
    return header != null && ACCEPTED.matcher(header).matches() ? header : random();
  }

  /** A UUID (RFC 9562, version 4) that need not be secret, so it doesn't wait for secure bits. */
  private static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long first = random.nextLong() & ~0xF000L | 0x4000L;
    long second = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(first, second).toString();
  }

  /** The id of the request that this thread works on. */
  public static String current() {
    String id = MDC.get(LOG_KEY);
    return id == null ? "none" : id;
  }
}
