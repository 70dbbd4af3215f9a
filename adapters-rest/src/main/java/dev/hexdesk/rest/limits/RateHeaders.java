package dev.hexdesk.rest.limits;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;

/** Tells callers what is left to them (draft-ietf-httpapi-ratelimit-headers-11). */
public final class RateHeaders {
  public static final String LEFT = "RateLimit";
  public static final String POLICY = "RateLimit-Policy";
  public static final String LEFT_PATTERN = "^\"minute\";r=[0-9]+;t=[0-9]+$";
  public static final String POLICY_PATTERN = "^\"minute\";q=[0-9]+;w=60$";

  private static final long SECOND = 1_000_000_000L;

  private final int unitsPerMinute;
  private final String policy;

  RateHeaders(int unitsPerMinute) {
    this.unitsPerMinute = unitsPerMinute;
    this.policy = "\"minute\";q=" + unitsPerMinute + ";w=60";
  }

  void add(ContainerResponseContext response, long missing) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(POLICY, policy);
    headers.putSingle(LEFT, left(missing, unitsPerMinute));
  }

  /** Units that are left, and the seconds until all are there again. */
  static String left(long missing, int unitsPerMinute) {
    long window = RateLimiter.WINDOW;
    long left = Math.max(0, (window - missing) / (window / unitsPerMinute));
    long seconds = (Math.min(missing, window) + SECOND - 1) / SECOND;
    return "\"minute\";r=" + Math.min(left, unitsPerMinute) + ";t=" + seconds;
  }
}
