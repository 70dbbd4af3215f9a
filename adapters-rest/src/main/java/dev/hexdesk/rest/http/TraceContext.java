package dev.hexdesk.rest.http;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a client's request belongs to, by W3C's Trace Context.
 *
 * @param traceId 32 hexadecimal digits, not all of them 0
 */
public record TraceContext(String traceId) {
  /** The header that tells of a trace. */
  public static final String HEADER = "traceparent";

  /** The header that tells the caller which part of the trace this was (Trace Context, level 2). */
  public static final String RESPONSE_HEADER = "traceresponse";

  /** Under this key each line of the log finds the trace, as it does with OpenTelemetry's agent. */
  public static final String LOG_KEY = "trace_id";

  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  /** The version that says nothing behind its flags; later ones may. */
  private static final String KNOWN_VERSION = "00";

  /**
   * Reads the header; what is not as it must be counts for nothing, and so do several.
   *
   * @param values of all headers of that name
   */
  public static Optional<TraceContext> of(@Nullable Enumeration<String> values) {
    if (values == null || !values.hasMoreElements()) {
      return Optional.empty();
    }
    List<String> all = Collections.list(values);
    Matcher form = FORM.matcher(all.getFirst());
    boolean isGood =
        all.size() == 1
            && form.matches()
            && (form.group(3) == null || !form.group(1).equals(KNOWN_VERSION));
    return isGood ? Optional.of(new TraceContext(form.group(2))) : Optional.empty();
  }

  /**
   * What the caller is told: the trace, and a span of its own for this request, which is not
   * recorded here.
   */
  String response() {
    long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    return "00-%s-%016x-00".formatted(traceId, span);
  }
}
