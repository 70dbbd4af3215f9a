package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import java.util.List;
import java.util.Optional;

/**
 * Shows how many tickets there are and how fast they are answered and resolved. Internal comments
 * have no part in it, so that it is the same for every caller.
 */
public interface ShowTicketStatistics {
  /** In how many periods the tickets of one answer may lie. */
  int MOST_PERIODS = 400;

  record Query(Actor actor, Grouping grouping, TimeRange created, Optional<PeriodCalendar> per) {}

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param created the span that was counted: by periods it begins {@link #MOST_PERIODS} before
     *     its end where nobody said when
     */
    record Shown(TimeRange created, List<TicketFigures> figures) implements Result {
      public Shown {
        figures = List.copyOf(figures);
      }
    }

    record Denied(Denial denial) implements Result {}

    /** The span ends before it begins. */
    record Reversed() implements Result {}

    record TooManyPeriods() implements Result {}
  }

  Result show(Query query);
}
