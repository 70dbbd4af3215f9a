package dev.hexdesk.rest.statistics;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Interval;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.PeriodCalendar;
import dev.hexdesk.application.statistics.ShowTicketStatistics;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsResourceTest {
  private static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  private final List<ShowTicketStatistics.Query> queries = new ArrayList<>();
  private ShowTicketStatistics.Result result =
      new ShowTicketStatistics.Result.Shown(ALWAYS, List.of());

  private TestResponse get(String query) {
    return Api.of(
            new StatisticsResource(
                asked -> {
                  queries.add(asked);
                  return result;
                },
                ZoneOffset.UTC))
        .get("/api/v1/tickets/stats" + query)
        .as(SUPPORT)
        .send();
  }

  @Test
  void showsTheFigures() {
    Optional<LocalDate> monday = Optional.of(LocalDate.of(2026, 11, 23));
    Optional<Percentiles> spread =
        Optional.of(new Percentiles(Duration.ofMillis(5_400_500), Duration.ofDays(1)));
    result =
        new ShowTicketStatistics.Result.Shown(
            new TimeRange(Optional.of(Instant.parse("2026-11-23T00:00:00Z")), Optional.empty()),
            List.of(
                new TicketFigures(monday, FieldValue.of(7), 2, spread, Optional.empty()),
                new TicketFigures(
                    monday, new FieldValue.Nothing(), 1, Optional.empty(), Optional.empty())));

    assertThat(get("?group_by=assignee&per=week&from=2026-11-23T01:00:00%2B01:00"))
        .hasStatus(200)
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(
            """
            {"group_by": "assignee", "per": "week",
             "from": "2026-11-23T00:00:00.000Z", "to": null,
             "items": [
               {"period": "2026-11-23", "group": 7, "others": false, "count": 2,
                "first_response": {"median_seconds": 5400.5, "p95_seconds": 86400.0},
                "resolution": {"median_seconds": null, "p95_seconds": null}},
               {"period": "2026-11-23", "group": null, "others": false, "count": 1,
                "first_response": {"median_seconds": null, "p95_seconds": null},
                "resolution": {"median_seconds": null, "p95_seconds": null}}]}
            """);
    Assertions.assertThat(queries.getFirst().grouping()).isEqualTo(Grouping.ASSIGNEE);
    Assertions.assertThat(queries.getFirst().per())
        .contains(new PeriodCalendar(Interval.WEEK, ZoneOffset.UTC));
    Assertions.assertThat(queries.getFirst().created().from())
        .contains(Instant.parse("2026-11-23T00:00:00Z"));
  }

  @Test
  void countsAllTogetherWhereNobodySaysPerWhat() {
    assertThat(get("?group_by=tag&to=2026-11-23T00:00:00Z"))
        .hasStatus(200)
        .hasJson(
            """
            {"group_by": "tag", "per": null, "from": null, "to": null, "items": []}
            """);
    Assertions.assertThat(queries.getFirst().per()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', group_by required",
    "?group_by=, group_by unknown_value",
    "?group_by=owner, group_by unknown_value",
    "?group_by=tag&per=year, per unknown_value",
    "?group_by=tag&per=day&time_zone=Mars/Olympus, time_zone unknown_value",
    "?group_by=tag&time_zone=, time_zone unknown_value",
    "?group_by=tag&per=day&time_zone=%2B02:00, time_zone unknown_value",
    "?group_by=tag&from=yesterday, from type",
    "?group_by=tag&until=2026-11-23T00:00:00Z, until unknown"
  })
  void namesTheParameterThatItCannotRead(String query, String fault) {
    assertThat(get(query)).isProblem(ProblemType.MALFORMED_REQUEST).hasFaults(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EST", "mst", "HST", "UTC", "CET", "Etc/GMT+5"})
  void takesZonesThatNameNoPlace(String name) {
    assertThat(get("?group_by=tag&per=month&time_zone=" + name.replace("+", "%2B"))).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tokyo", "asia/tokyo"})
  void countsByTheCalendarOfAPlace(String name) {
    assertThat(get("?group_by=tag&per=month&time_zone=" + name)).hasStatus(200);
    Assertions.assertThat(queries.getFirst().per())
        .contains(new PeriodCalendar(Interval.MONTH, ZoneId.of("Asia/Tokyo")));
  }

  @Test
  void tellsThatTheSpanEndsBeforeItBegins() {
    result = new ShowTicketStatistics.Result.Reversed();

    assertThat(get("?group_by=tag"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("to reversed");
  }

  @Test
  void tellsThatThereAreTooManyPeriods() {
    result = new ShowTicketStatistics.Result.TooManyPeriods();

    assertThat(get("?group_by=tag&per=day"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("from too_many_periods");
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    result = new ShowTicketStatistics.Result.Denied(new MissingPermission(Permission.TICKET_READ));

    assertThat(get("?group_by=tag"))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }
}
