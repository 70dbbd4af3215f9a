package dev.hexdesk.application.statistics;

import java.util.List;
import java.util.Optional;

/** Counts tickets. */
public interface TicketStatistics {
  /**
   * The figures of each group that has tickets, by period and within it by group: statuses in the
   * order of a ticket's life, priorities from the lowest, assignees by id, tags by name, and those
   * without at the end.
   */
  List<Figures> of(Grouping grouping, Span created, Optional<Interval> per);
}
