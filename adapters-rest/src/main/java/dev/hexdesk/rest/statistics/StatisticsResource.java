package dev.hexdesk.rest.statistics;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.PeriodCalendar;
import dev.hexdesk.application.statistics.ShowTicketStatistics;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.RequestCost;
import dev.hexdesk.rest.limits.RequestCosts;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How many tickets there are, and how fast they are answered and resolved.
 *
 * @param zone where the calendar hangs for who says nothing of it
 */
@Path(ApiPaths.BASE + "/tickets/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record StatisticsResource(ShowTicketStatistics statistics, ZoneId zone) {
  @GET
  @RequestCosts(RequestCost.COSTLY)
  @Requires(Permission.TICKET_READ)
  @Operation(
      summary = "Count tickets and how long they took",
      description =
          "Numbers, medians and 95th percentiles of the time to the first public comment and to"
              + " resolution. Internal comments have no part in it.")
  @DocumentedAnswer(description = "The figures.", body = StatisticsResponse.class)
  public StatisticsResponse getTicketStatistics(
      @Auth Caller caller, @BeanParam StatisticsParameters parameters) {
    Grouping grouping = parameters.grouping();
    Optional<PeriodCalendar> per = parameters.per(zone);
    ShowTicketStatistics.Query query =
        new ShowTicketStatistics.Query(caller.actor(), grouping, parameters.created(), per);
    return switch (statistics.show(query)) {
      case ShowTicketStatistics.Result.Shown(var created, var figures) ->
          StatisticsResponse.of(grouping, per, created, figures);
      case ShowTicketStatistics.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case ShowTicketStatistics.Result.Reversed() ->
          throw ProblemException.badParameter("to", "reversed", "must not be before 'from'");
      case ShowTicketStatistics.Result.TooManyPeriods() ->
          throw ProblemException.badParameter(
              "from",
              "too_many_periods",
              "must leave at most " + ShowTicketStatistics.MOST_PERIODS + " periods");
    };
  }
}
