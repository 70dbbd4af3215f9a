package dev.hexdesk.domain.shared;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The days in which an instant must lie that is taken, wherever it comes from: both as it is
 * written and in UTC, in which it is handed out, so that it can be taken again.
 */
public final class InstantRange {
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

  /** RFC 3339 has no year behind 9999, and clients read instants in places ahead of UTC. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  /** The range in words, completing "must be ..." and "must lie ...". */
  public static final String MEANING =
      "between " + FIRST_DAY + " and " + LAST_DAY + ", also in UTC";

  private InstantRange() {}

  public static boolean contains(OffsetDateTime instant) {
    return contains(instant.toLocalDate())
        && contains(instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
  }

  private static boolean contains(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }
}
