package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Shows figures about tickets. */
public final class StatisticsService implements ShowTicketStatistics {
  private final TicketStatistics statistics;
  private final RolePolicy policy;
  private final InstantSource clock;

  public StatisticsService(TicketStatistics statistics, RolePolicy policy, InstantSource clock) {
    this.statistics = statistics;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public Result show(Query query) {
    if (policy.decide(query.actor(), Permission.TICKET_READ) instanceof Denial denial) {
      return new Result.Denied(denial);
    }
    if (query.created().isReversed()) {
      return new Result.Reversed();
    }
    TimeRange created = query.per().map(per -> begun(query.created(), per)).orElse(query.created());
    if (query.per().filter(per -> periods(created, per) > MOST_PERIODS).isPresent()) {
      return new Result.TooManyPeriods();
    }
    return new Result.Shown(created, statistics.of(query.grouping(), created, query.per()));
  }

  /** The span with a beginning. */
  private TimeRange begun(TimeRange created, Interval per) {
    return created.from().isPresent()
        ? created
        : new TimeRange(Optional.of(per.before(last(created), MOST_PERIODS - 1)), created.to());
  }

  private long periods(TimeRange created, Interval per) {
    return created.from().map(from -> per.periods(from, last(created))).orElse(0L);
  }

  /** The last moment that counts; tickets are not created in the future. */
  private Instant last(TimeRange created) {
    return created.to().map(to -> to.minusNanos(1)).orElseGet(clock::instant);
  }
}
