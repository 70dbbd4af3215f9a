package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shows figures about tickets. */
public record StatisticsService(TicketStatistics statistics, RolePolicy policy, InstantSource clock)
    implements ShowTicketStatistics {
  @Override
  public Result show(Query query) {
    if (policy.decide(query.actor(), Permission.TICKET_READ) instanceof Denial denial) {
      return new Result.Denied(denial);
    }
    if (query.created().isReversed()) {
      return new Result.Reversed();
    }
    if (query.per().isEmpty()) {
      return shown(query.grouping(), query.created(), List.of());
    }
    PeriodCalendar per = query.per().get();
    Instant last = last(query.created());
    Instant first = query.created().from().orElseGet(() -> per.before(last, MOST_PERIODS - 1));
    if (per.count(first, last) > MOST_PERIODS) {
      return new Result.TooManyPeriods();
    }
    return shown(
        query.grouping(),
        new TimeRange(Optional.of(first), query.created().to()),
        per.periods(first, last));
  }

  private Result shown(Grouping grouping, TimeRange created, List<Period> periods) {
    return new Result.Shown(created, statistics.of(grouping, created, periods));
  }

  /** The last moment that counts; tickets are not created in the future. */
  private Instant last(TimeRange created) {
    return created.to().map(to -> to.minusNanos(1)).orElseGet(clock::instant);
  }
}
