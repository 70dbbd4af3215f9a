package dev.hexdesk.rest.statistics;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Interval;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which figures are wanted. */
public final class StatisticsParameters {
  @QueryParam("group_by")
  @Parameter(
      description = "What tells tickets apart. One with several tags counts under each.",
      required = true,
      schema = @Schema(allowableValues = {"status", "priority", "assignee", "tag"}))
  private @Nullable String groupBy;

  @QueryParam("from")
  @Parameter(
      description =
          "Created at this moment or later. With `per` and without `from`, the last 400 periods"
              + " count.",
      schema = @Schema(type = "string", format = "date-time"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Created earlier than this; not before `from`.",
      schema = @Schema(type = "string", format = "date-time"))
  private @Nullable String to;

  @QueryParam("per")
  @Parameter(
      description =
          "Counts each day, or each week from Monday on, by itself, in UTC and by when tickets were"
              + " created; at most 400. Without it all count together.",
      schema = @Schema(allowableValues = {"day", "week"}))
  private @Nullable String per;

  Grouping grouping() {
    return Parameters.word("group_by", groupBy, Grouping::of)
        .orElseThrow(() -> ProblemException.badParameter("group_by", "required", "must be given"));
  }

  TimeRange created() {
    return new TimeRange(Parameters.instant("from", from), Parameters.instant("to", to));
  }

  Optional<Interval> per() {
    return Parameters.word("per", per, Interval::of);
  }
}
