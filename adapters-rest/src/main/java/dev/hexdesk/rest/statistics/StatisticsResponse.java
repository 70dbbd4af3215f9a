package dev.hexdesk.rest.statistics;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Interval;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.PeriodCalendar;
import dev.hexdesk.application.statistics.ShowTicketStatistics;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Tag;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures about tickets, as clients read them. */
@Schema(name = "TicketStatistics", description = "Figures about tickets.")
public record StatisticsResponse(
    @Schema(
            allowableValues = {"status", "priority", "assignee", "tag"},
            example = "status")
        String groupBy,
    @Schema(
            description = "`day`, `week` or `month`; null where all count together.",
            example = "week",
            maxLength = 5)
        @Nullable String per,
    @Schema(
            description = "Tickets created at this moment or later were counted; null for all.",
            example = "2026-11-02T00:00:00.000Z")
        @Nullable Instant from,
    @Schema(
            description = "Tickets created before this moment were counted; null for all.",
            example = "2026-11-30T00:00:00.000Z")
        @Nullable Instant to,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description =
                        "By period and group; what has no tickets is left out. Statuses come in the"
                            + " order of a ticket's life, priorities from the lowest."),
            maxItems = MOST_ITEMS)
        List<Item> items) {
  /** The groups that are told one by one, all others together, and what has none. */
  private static final int MOST_ITEMS =
      ShowTicketStatistics.MOST_PERIODS * (TicketStatistics.MOST_GROUPS + 2);

  /** The figures of one group. */
  @Schema(name = "TicketFigures", description = "The figures of one group of tickets.")
  public record Item(
      @Schema(
              description = "The first day of the period; null where all count together.",
              example = "2026-11-23")
          @Nullable LocalDate period,
      @Schema(
              description =
                  "A status, a priority, a user's id or a tag; null for tickets without assignee or"
                      + " tag, and for all others together.",
              types = {"string", "integer", "null"},
              format = "int64",
              minimum = "1",
              maxLength = Tag.LONGEST,
              example = "open")
          @Nullable Object group,
      @Schema(
              description =
                  "Whether these are all the assignees or tags together that are not among the 100"
                      + " with the most tickets; a ticket counts once for each of them.",
              example = "false")
          boolean others,
      @Schema(example = "42", minimum = "1") long count,
      @Schema(description = "From creation to the first public comment.") Times firstResponse,
      @Schema(description = "From creation to resolution, of what is resolved or closed.")
          Times resolution) {

    private static Item of(TicketFigures figures) {
      return new Item(
          figures.period().orElse(null),
          shown(figures.group()),
          figures.others(),
          figures.count(),
          Times.of(figures.firstResponse()),
          Times.of(figures.resolution()));
    }

    private static @Nullable Object shown(FieldValue group) {
      return switch (group) {
        case FieldValue.Nothing() -> null;
        case FieldValue.Text(String text) -> text;
        case FieldValue.Number(long number) -> number;
        case FieldValue.Texts texts -> throw new IllegalArgumentException("no group: " + texts);
      };
    }
  }

  /** How long it took. */
  @Schema(name = "TicketTimes", description = "How long it took; null where it never happened.")
  public record Times(
      @Schema(description = "Half of the tickets took no longer.", example = "5400.5")
          @Nullable Double medianSeconds,
      @Schema(description = "Ninety-five in a hundred took no longer.", example = "86400.0")
          @Nullable Double p95Seconds) {

    private static Times of(Optional<Percentiles> spread) {
      return new Times(
          spread.map(Percentiles::median).map(Times::seconds).orElse(null),
          spread.map(Percentiles::p95).map(Times::seconds).orElse(null));
    }

    private static double seconds(Duration duration) {
      return duration.toMillis() / 1000.0;
    }
  }

  static StatisticsResponse of(
      Grouping grouping,
      Optional<PeriodCalendar> per,
      TimeRange created,
      List<TicketFigures> figures) {
    return new StatisticsResponse(
        grouping.code(),
        per.map(PeriodCalendar::interval).map(Interval::code).orElse(null),
        created.from().orElse(null),
        created.to().orElse(null),
        figures.stream().map(Item::of).toList());
  }
}
