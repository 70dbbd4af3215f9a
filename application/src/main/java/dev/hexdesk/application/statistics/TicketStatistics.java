package dev.hexdesk.application.statistics;

import java.util.List;

/** Counts tickets. */
public interface TicketStatistics {
  /**
   * How many assignees or tags are told one by one: those with the most tickets in the span.
   * Without a bound, whoever may tag tickets could make an answer as long as they like.
   */
  int MOST_GROUPS = 100;

  /**
   * The figures of each group that has tickets, by period and within it by group: statuses in the
   * order of a ticket's life, priorities from the lowest, assignees by id, tags by name, then all
   * others together where there are more than {@link #MOST_GROUPS}, and those without at the end.
   *
   * @param periods what is counted by itself, in their order, the first beginning with the span or
   *     before; none where all count together
   */
  List<TicketFigures> of(Grouping grouping, TimeRange created, List<Period> periods);
}
