package dev.hexdesk.rest.idempotency;

import dev.hexdesk.rest.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header by which clients name a request (draft-ietf-httpapi-idempotency-key-header, section
 * 2.1): a string as in RFC 8941, section 3.3.3, or the same without its quotation marks where it
 * needs none.
 */
public final class IdempotencyKey {
  public static final String HEADER = "Idempotency-Key";

  /** The header of an answer that was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";

  /** So many characters a key has at most, quotation marks and backslashes not counted. */
  public static final int LONGEST = 255;

  /** The longest way to write the longest key: each of its characters escaped, and quoted. */
  public static final int LONGEST_WRITTEN = 2 * LONGEST + 2;

  /** The header as a whole, as regular expressions everywhere read it. */
  public static final String PATTERN =
      "^(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"|[!#$%&'*+./0-9:A-Z^_`a-z|~-]{1,255})$";

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private IdempotencyKey() {}

  /** The key; empty where no such header was sent. */
  static Optional<String> read(@Nullable List<String> lines) {
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() > 1) {
      throw ProblemException.badHeader(HEADER, "repeated", "must be there once only");
    }
    String written = lines.getFirst().strip();
    if (!WRITTEN.matcher(written).matches()) {
      throw ProblemException.badHeader(
          HEADER, "format", "must be one quoted string of 1 to " + LONGEST + " ASCII characters");
    }
    return Optional.of(
        written.startsWith("\"")
            ? ESCAPED.matcher(written.substring(1, written.length() - 1)).replaceAll("$1")
            : written);
  }
}
