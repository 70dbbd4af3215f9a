package dev.hexdesk.persistence.statistics;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.Period;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Counts tickets in PostgreSQL, with one statement whatever is asked. */
public record JdbiTicketStatistics(JdbiUnitOfWork unitOfWork) implements TicketStatistics {
  /**
   * The calendar is not PostgreSQL's: which moment belongs to which day is told by one list of time
   * zones, Java's. Without periods all are in the one before the first. {@code date_part} gives
   * floating-point numbers, where {@code extract} makes exact ones, at half of what the statement
   * costs; a double holds microseconds of a century.
   */
  private static final String COUNT =
      """
      %4$s
      SELECT width_bucket(created_at, :starts) AS period,
             %1$s AS member,
             %5$s AS others,
             count(*) AS tickets,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY response) AS response_median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY response) AS response_p95,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY resolution) AS resolution_median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY resolution) AS resolution_p95
        FROM tickets
             %2$s
             CROSS JOIN LATERAL (
               SELECT date_part('epoch', first_responded_at - created_at) AS response,
                      date_part('epoch', resolved_at - created_at) AS resolution) AS took
       WHERE created_at >= :from AND created_at < :to
       GROUP BY 1, 2, 3
       ORDER BY 1, %3$s
      """;

  /** All of a million tickets take one to four seconds; few such statements run at a time. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);

  /** What is sorted stays in memory: eight bytes a ticket. */
  private static final String ROOM_TO_SORT = "SET LOCAL work_mem = '32MB'";

  /** The groups that are told one by one. */
  private static final String MOST =
      """
      WITH most AS MATERIALIZED (
        SELECT %1$s AS member
          FROM tickets
               %2$s
         WHERE created_at >= :from AND created_at < :to AND %1$s IS NOT NULL
         GROUP BY 1
         ORDER BY count(*) DESC, 1
         LIMIT :most)
      """;

  private static final String TAGS = "LEFT JOIN LATERAL unnest(tags) AS tag ON true";

  /** Whose tickets are being handed over, works on none any more. */
  private static final String ASSIGNEE =
      "CASE WHEN (SELECT EXISTS (SELECT FROM user_handovers))"
          + " THEN coalesce((SELECT holder_id FROM user_handovers WHERE from_id = assignee_id),"
          + " assignee_id) ELSE assignee_id END";

  private static final String BY_STATUS =
      COUNT.formatted(
          "status",
          "",
          "min(CASE status WHEN 'new' THEN 1 WHEN 'open' THEN 2 WHEN 'pending' THEN 3"
              + " WHEN 'resolved' THEN 4 WHEN 'closed' THEN 5 END)",
          "",
          "false");
  private static final String BY_PRIORITY =
      COUNT.formatted("priority", "", "min(priority_rank)", "", "false");
  private static final String BY_ASSIGNEE = byTheMost(ASSIGNEE, "");
  private static final String BY_TAG = byTheMost("tag", TAGS);

  @Override
  public List<TicketFigures> of(Grouping grouping, TimeRange created, List<Period> periods) {
    return unitOfWork.inTransaction(
        () -> {
          unitOfWork.with(handle -> handle.execute(ROOM_TO_SORT));
          unitOfWork.longTransactions().extend(STATEMENT_TIMEOUT);
          return unitOfWork.with(handle -> figures(handle, grouping, created, periods));
        });
  }

  private static List<TicketFigures> figures(
      Handle handle, Grouping grouping, TimeRange created, List<Period> periods) {
    return handle
        .createQuery(sql(grouping))
        .bind("most", MOST_GROUPS)
        .bind("starts", starts(periods))
        .bind("from", SqlValues.instantRoundedUp(created.from().orElse(Instant.MIN)))
        .bind("to", SqlValues.instantRoundedUp(created.to().orElse(Instant.MAX)))
        .map((row, context) -> figures(row, grouping, periods))
        .list();
  }

  /** The most by themselves and in their order, the others together, those without last. */
  private static String byTheMost(String member, String groups) {
    String isOneOfMost = member + " IN (SELECT member FROM most)";
    return COUNT.formatted(
        "CASE WHEN " + isOneOfMost + " THEN " + member + " END",
        groups,
        "2, 3 DESC",
        MOST.formatted(member, groups),
        member + " IS NOT NULL AND NOT " + isOneOfMost);
  }

  private static String sql(Grouping grouping) {
    return switch (grouping) {
      case STATUS -> BY_STATUS;
      case PRIORITY -> BY_PRIORITY;
      case ASSIGNEE -> BY_ASSIGNEE;
      case TAG -> BY_TAG;
    };
  }

  private static Argument starts(List<Period> periods) {
    return SqlValues.array(
        "timestamptz", periods.stream().map(Period::start).map(SqlValues::stored).toList());
  }

  private static TicketFigures figures(ResultSet row, Grouping grouping, List<Period> periods)
      throws SQLException {
    int number = row.getInt("period");
    return new TicketFigures(
        number == 0 ? Optional.empty() : Optional.of(periods.get(number - 1).firstDay()),
        member(row, grouping),
        row.getLong("tickets"),
        spread(row, "response_median", "response_p95"),
        spread(row, "resolution_median", "resolution_p95"),
        row.getBoolean("others"));
  }

  private static FieldValue member(ResultSet row, Grouping grouping) throws SQLException {
    if (row.getObject("member") == null) {
      return new FieldValue.Nothing();
    }
    return grouping == Grouping.ASSIGNEE
        ? FieldValue.of(row.getLong("member"))
        : FieldValue.of(row.getString("member"));
  }

  private static Optional<Percentiles> spread(ResultSet row, String median, String p95)
      throws SQLException {
    double half = row.getDouble(median);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(Percentiles.ofSeconds(half, row.getDouble(p95)));
  }
}
