package dev.hexdesk.application.statistics;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.memory.InMemoryStatistics;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowTicketStatisticsTest {
  private static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final StatisticsService statistics =
      new StatisticsService(
          new InMemoryStatistics(desk.department), TestRules.rolePolicy(), () -> TestUseCases.NOW);

  private ShowTicketStatistics.Result show(Actor actor, TimeRange created, Optional<Interval> per) {
    return show(actor, created, per, ZoneOffset.UTC);
  }

  private ShowTicketStatistics.Result show(
      Actor actor, TimeRange created, Optional<Interval> per, ZoneId zone) {
    return statistics.show(
        new ShowTicketStatistics.Query(
            actor,
            Grouping.STATUS,
            created,
            per.map(interval -> new PeriodCalendar(interval, zone))));
  }

  private static TimeRange from(Instant from) {
    return new TimeRange(Optional.of(from), Optional.empty());
  }

  @Test
  void showsTheFiguresOfAllTickets() {
    desk.given.ticket(
        aTicket().forEmployee(desk.given.employee(anEmployee())).ownedBy(support.id()));

    assertThat(show(support, ALWAYS, Optional.empty()))
        .isEqualTo(
            new ShowTicketStatistics.Result.Shown(
                ALWAYS,
                List.of(
                    new TicketFigures(
                        Optional.empty(),
                        FieldValue.of("new"),
                        1,
                        Optional.empty(),
                        Optional.empty()))));
  }

  @Test
  void showsThemToReadersAlone() {
    assertThat(show(desk.somebody(), ALWAYS, Optional.empty()))
        .isEqualTo(
            new ShowTicketStatistics.Result.Denied(new MissingPermission(Permission.TICKET_READ)));
    assertThat(show(narrowed(support, Scope.USERS_READ), ALWAYS, Optional.empty()))
        .isEqualTo(
            new ShowTicketStatistics.Result.Denied(
                new MissingScope(Permission.TICKET_READ, Scope.TICKETS_READ)));
  }

  @Test
  void refusesASpanThatEndsBeforeItBegins() {
    TimeRange reversed =
        new TimeRange(Optional.of(TestUseCases.NOW), Optional.of(TestUseCases.NOW.minusNanos(1)));

    assertThat(show(support, reversed, Optional.empty()))
        .isEqualTo(new ShowTicketStatistics.Result.Reversed());
    assertThat(
            show(
                support,
                new TimeRange(Optional.of(TestUseCases.NOW), Optional.of(TestUseCases.NOW)),
                Optional.of(Interval.DAY)))
        .isInstanceOf(ShowTicketStatistics.Result.Shown.class);
  }

  @Test
  void countsAtMostFourHundredPeriods() {
    Instant firstDay = Instant.parse("2025-10-20T00:00:00Z");

    assertThat(show(support, from(firstDay), Optional.of(Interval.DAY)))
        .isEqualTo(new ShowTicketStatistics.Result.Shown(from(firstDay), List.of()));
    TimeRange longer = from(firstDay.minusMillis(1));
    assertThat(show(support, longer, Optional.of(Interval.DAY)))
        .isEqualTo(new ShowTicketStatistics.Result.TooManyPeriods());
    assertThat(show(support, longer, Optional.of(Interval.WEEK)))
        .isInstanceOf(ShowTicketStatistics.Result.Shown.class);
    assertThat(show(support, from(Instant.EPOCH), Optional.of(Interval.WEEK)))
        .isEqualTo(new ShowTicketStatistics.Result.TooManyPeriods());
    assertThat(show(support, from(Instant.EPOCH), Optional.empty()))
        .isInstanceOf(ShowTicketStatistics.Result.Shown.class);
  }

  @Test
  void beginsFourHundredPeriodsBeforeTheEndWhereNobodySaidWhen() {
    assertThat(show(support, ALWAYS, Optional.of(Interval.DAY)))
        .isEqualTo(
            new ShowTicketStatistics.Result.Shown(
                from(Instant.parse("2025-10-20T00:00:00Z")), List.of()));
    Optional<Instant> monday = Optional.of(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(show(support, new TimeRange(Optional.empty(), monday), Optional.of(Interval.WEEK)))
        .isEqualTo(
            new ShowTicketStatistics.Result.Shown(
                new TimeRange(monday.map(end -> end.minus(Duration.ofDays(2800))), monday),
                List.of()));
  }

  @Test
  void beginsWhereTheDayBeginsAtThePlaceOfTheCalendar() {
    assertThat(show(support, ALWAYS, Optional.of(Interval.DAY), ZoneId.of("Asia/Tokyo")))
        .isEqualTo(
            new ShowTicketStatistics.Result.Shown(
                from(Instant.parse("2025-10-19T15:00:00Z")), List.of()));
  }
}
