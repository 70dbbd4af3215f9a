package dev.hexdesk.persistence;

import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Filters of tickets that want several things at once, each about another field. */
final class Combinations {
  private Combinations() {}

  /** All that want two things or three of those that the single ones want. */
  static List<TicketFilter> of(List<TicketFilter> single) {
    List<TicketFilter> all = new ArrayList<>();
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        Optional<TicketFilter> pair = both(single.get(i), single.get(j));
        pair.ifPresent(all::add);
        for (int k = j + 1; k < single.size() && pair.isPresent(); k++) {
          both(pair.get(), single.get(k)).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /** What both want; empty where both want something of the same field. */
  private static Optional<TicketFilter> both(TicketFilter one, TicketFilter other) {
    Set<String> fields = new HashSet<>(fields(one));
    fields.retainAll(fields(other));
    if (!fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TicketFilter(
            either(one.statuses(), other.statuses()),
            either(one.priorities(), other.priorities()),
            one.employeeId().or(other::employeeId),
            one.ownerId().or(other::ownerId),
            one.assignee().or(other::assignee),
            either(one.created(), other.created()),
            either(one.updated(), other.updated()),
            either(one.tags(), other.tags()),
            one.dueBefore().or(other::dueBefore),
            one.overdue().or(other::overdue),
            Optional.empty()));
  }

  private static <E> Set<E> either(Set<E> one, Set<E> other) {
    return one.isEmpty() ? other : one;
  }

  private static Period either(Period one, Period other) {
    return one.equals(Period.ALWAYS) ? other : one;
  }

  private static Set<String> fields(TicketFilter filter) {
    Set<String> fields = new HashSet<>();
    Stream.of(
            filter.statuses().isEmpty() ? "" : "status",
            filter.priorities().isEmpty() ? "" : "priority",
            filter.employeeId().isPresent() ? "employee" : "",
            filter.ownerId().isPresent() ? "owner" : "",
            filter.assignee().isPresent() ? "assignee" : "",
            filter.created().equals(Period.ALWAYS) ? "" : "created",
            filter.updated().equals(Period.ALWAYS) ? "" : "updated",
            filter.tags().isEmpty() ? "" : "tags",
            filter.dueBefore().isPresent() ? "due" : "",
            filter.overdue().isPresent() ? "overdue" : "")
        .filter(field -> !field.isEmpty())
        .forEach(fields::add);
    return fields;
  }
}
