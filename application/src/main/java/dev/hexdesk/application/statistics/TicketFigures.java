package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.ticket.FieldValue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The statistics of one group of tickets.
 *
 * @param period the first day of the period in which they were created; empty where all count
 *     together
 * @param group what they have in common; nothing for those without assignee or tag
 * @param firstResponse from creation to the first comment that the employee may see; empty where
 *     none of them has one
 * @param resolution from creation to resolution; empty where none of them is resolved
 * @param others whether these are all the groups together that have too few tickets to be told one
 *     by one, {@link TicketStatistics#MOST_GROUPS}; their tickets count once in each of them, and
 *     they have no value in common
 */
public record TicketFigures(
    Optional<LocalDate> period,
    FieldValue group,
    long count,
    Optional<Percentiles> firstResponse,
    Optional<Percentiles> resolution,
    boolean others) {
  /** The figures of one group by itself. */
  public TicketFigures(
      Optional<LocalDate> period,
      FieldValue group,
      long count,
      Optional<Percentiles> firstResponse,
      Optional<Percentiles> resolution) {
    this(period, group, count, firstResponse, resolution, false);
  }
}
