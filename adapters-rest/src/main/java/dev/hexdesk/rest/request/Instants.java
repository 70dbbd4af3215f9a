package dev.hexdesk.rest.request;

import dev.hexdesk.domain.shared.InstantParser;
import dev.hexdesk.domain.shared.InstantRange;
import dev.hexdesk.domain.shared.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads instants as clients write them: as the document says (RFC 3339), or as plainly. */
public final class Instants {
  /** The days of {@link InstantRange}; near its ends an offset leads out of it. */
  private static final String DAY =
      "(?:(?:19[7-9][0-9]|[2-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-[0-9]{2}-[0-9]{2}"
          + "|9999-(?:0[1-9]|1[01])-[0-9]{2}|9999-12-(?:[0-2][0-9]|30))";

  /** RFC 3339 within the days that are taken, as exactly as our clocks tell time. */
  public static final String PATTERN =
      "^"
          + DAY
          + "[Tt][0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
          + "(?:[Zz]|[+-](?:0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$";

  /** The longest that an instant can be written. */
  public static final int LONGEST = 35;

  private Instants() {}

  /** What is wrong with the text, if anything is. */
  public static Optional<Violation> faultOf(String name, String raw) {
    Optional<OffsetDateTime> instant = InstantParser.parse(raw);
    if (instant.isEmpty()) {
      return Optional.of(
          new Violation(
              name,
              "type",
              "must be an instant such as 2026-11-23T10:15:30Z" + InstantParser.advice(raw)));
    }
    return InstantRange.contains(instant.get())
        ? Optional.empty()
        : Optional.of(new Violation(name, "range", "must lie " + InstantRange.MEANING));
  }

  /** Reads a text without fault. */
  public static Instant read(String raw) {
    return InstantParser.parse(raw).orElseThrow().toInstant();
  }
}
