package dev.hexdesk.rest.statistics;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Interval;
import dev.hexdesk.application.statistics.PeriodCalendar;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.InstantParameter;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which figures are wanted. */
public final class StatisticsParameters {
  private static final int LONGEST_ZONE = 64;

  /** They are in the database, too, though not among those that Java lists. */
  private static final Set<String> WITHOUT_A_PLACE = Set.of("EST", "HST", "MST");

  /**
   * The names of the zones, to be found in any letter case. Those that are no places but distances
   * from UTC, as "+02:00" is, are not among them. Their rules are read of the one that is asked for
   * alone.
   */
  private static final NavigableSet<String> ZONES = zones();

  @QueryParam("group_by")
  @Parameter(
      description = "What tells tickets apart. One with several tags counts under each.",
      required = true,
      schema = @Schema(allowableValues = {"status", "priority", "assignee", "tag"}))
  private @Nullable String groupBy;

  @QueryParam("from")
  @InstantParameter(
      "Created at this moment or later. With `per` and without `from`, the last 400 periods"
          + " count.")
  private @Nullable String from;

  @QueryParam("to")
  @InstantParameter("Created earlier than this; not before `from`.")
  private @Nullable String to;

  @QueryParam("per")
  @Parameter(
      description =
          "Counts each day, each week from Monday on, or each month by itself, by when tickets were"
              + " created; at most 400. Without it all count together.",
      schema = @Schema(allowableValues = {"day", "week", "month"}))
  private @Nullable String per;

  @QueryParam("time_zone")
  @Parameter(
      description =
          "The place whose calendar tells the periods apart, as the IANA time zone database names"
              + " it; the operator's choice, UTC at first, where it is left out.",
      example = "Europe/Berlin",
      schema = @Schema(type = "string", maxLength = LONGEST_ZONE))
  private @Nullable String timeZone;

  Grouping grouping() {
    return Parameters.word("group_by", groupBy, Grouping.class)
        .orElseThrow(() -> ProblemException.badParameter("group_by", "required", "must be given"));
  }

  TimeRange created() {
    return new TimeRange(Parameters.instant("from", from), Parameters.instant("to", to));
  }

  /**
   * @param usual the time zone where none is asked for
   */
  Optional<PeriodCalendar> per(ZoneId usual) {
    ZoneId zone = Optional.ofNullable(timeZone).map(StatisticsParameters::zone).orElse(usual);
    return Parameters.word("per", per, Interval.class)
        .map(interval -> new PeriodCalendar(interval, zone));
  }

  private static ZoneId zone(String asked) {
    String name = ZONES.contains(asked) ? ZONES.floor(asked) : null;
    if (name == null) {
      throw ProblemException.badParameter(
          "time_zone",
          "unknown_value",
          "must be a time zone of the IANA database, such as Europe/Berlin");
    }
    return ZoneId.of(name, ZoneId.SHORT_IDS);
  }

  private static NavigableSet<String> zones() {
    NavigableSet<String> zones = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    zones.addAll(ZoneId.getAvailableZoneIds());
    zones.addAll(WITHOUT_A_PLACE);
    return zones;
  }
}
