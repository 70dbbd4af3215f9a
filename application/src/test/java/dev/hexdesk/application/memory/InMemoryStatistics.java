package dev.hexdesk.application.memory;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.Period;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts tickets in memory. */
public record InMemoryStatistics(InMemoryDepartment department) implements TicketStatistics {
  private record Key(Optional<LocalDate> period, FieldValue group, boolean others) {}

  @Override
  public List<TicketFigures> of(Grouping grouping, TimeRange created, List<Period> periods) {
    return department.unitOfWork.statement(
        () -> {
          Set<FieldValue> most = most(grouping, created);
          Map<Key, List<Ticket>> counted = new HashMap<>();
          for (Ticket ticket : department.tickets.values()) {
            if (isWithin(created, ticket.createdAt())) {
              Optional<LocalDate> period = firstDay(periods, ticket.createdAt());
              groups(grouping, ticket)
                  .map(group -> key(period, group, most))
                  .forEach(key -> counted.computeIfAbsent(key, k -> new ArrayList<>()).add(ticket));
            }
          }
          return counted.entrySet().stream()
              .map(entry -> figures(entry.getKey(), entry.getValue()))
              .sorted(order(grouping))
              .toList();
        });
  }

  private static Optional<LocalDate> firstDay(List<Period> periods, Instant moment) {
    return periods.stream()
        .filter(period -> !period.start().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Period::firstDay);
  }

  private Set<FieldValue> most(Grouping grouping, TimeRange created) {
    Map<FieldValue, Long> counts =
        department.tickets.values().stream()
            .filter(ticket -> isWithin(created, ticket.createdAt()))
            .flatMap(ticket -> groups(grouping, ticket))
            .filter(group -> !(group instanceof FieldValue.Nothing))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<FieldValue, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> place(grouping, entry.getKey())))
        .limit(MOST_GROUPS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Key key(Optional<LocalDate> period, FieldValue group, Set<FieldValue> most) {
    boolean alone = group instanceof FieldValue.Nothing || most.contains(group);
    return new Key(period, alone ? group : new FieldValue.Nothing(), !alone);
  }

  private static boolean isWithin(TimeRange span, Instant moment) {
    return span.from().stream().noneMatch(moment::isBefore)
        && span.to().stream().allMatch(moment::isBefore);
  }

  private static Stream<FieldValue> groups(Grouping grouping, Ticket ticket) {
    return switch (grouping) {
      case STATUS -> Stream.of(FieldValue.of(ticket.details().status().code()));
      case PRIORITY -> Stream.of(FieldValue.of(ticket.details().priority().code()));
      case ASSIGNEE -> Stream.of(FieldValue.ofUser(ticket.details().assigneeId()));
      case TAG ->
          ticket.details().tags().isEmpty()
              ? Stream.of(new FieldValue.Nothing())
              : ticket.details().tags().stream().map(Tag::value).map(FieldValue::of);
    };
  }

  private static Comparator<TicketFigures> order(Grouping grouping) {
    Comparator<TicketFigures> byPeriod =
        Comparator.comparing(figures -> figures.period().orElse(LocalDate.EPOCH));
    return byPeriod
        .thenComparing(figures -> place(grouping, figures.group()))
        .thenComparing(TicketFigures::others, Comparator.reverseOrder());
  }

  private static String place(Grouping grouping, FieldValue group) {
    return switch (group) {
      case FieldValue.Number(long number) -> "%020d".formatted(number);
      case FieldValue.Text(String text) ->
          switch (grouping) {
            case STATUS -> "" + Coded.find(TicketStatus.class, text).orElseThrow().ordinal();
            case PRIORITY -> "" + Coded.find(Priority.class, text).orElseThrow().ordinal();
            case ASSIGNEE, TAG -> text;
          };
      case FieldValue.Nothing() -> "\uffff";
      case FieldValue.Texts texts -> throw new AssertionError(texts);
    };
  }

  private static TicketFigures figures(Key key, List<Ticket> tickets) {
    return new TicketFigures(
        key.period(),
        key.group(),
        tickets.size(),
        spread(tickets, ticket -> ticket.milestones().firstRespondedAt()),
        spread(tickets, ticket -> ticket.milestones().resolvedAt()),
        key.others());
  }

  private static Optional<Percentiles> spread(
      List<Ticket> tickets, Function<Ticket, Optional<Instant>> end) {
    double[] seconds =
        tickets.stream()
            .flatMap(
                ticket ->
                    end
                        .apply(ticket)
                        .map(moment -> Duration.between(ticket.createdAt(), moment))
                        .stream())
            .mapToDouble(duration -> duration.toMillis() / 1000.0)
            .sorted()
            .toArray();
    return seconds.length == 0
        ? Optional.empty()
        : Optional.of(Percentiles.ofSeconds(percentile(seconds, 0.5), percentile(seconds, 0.95)));
  }

  private static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    double below = sorted[(int) Math.floor(place)];
    double above = sorted[(int) Math.ceil(place)];
    return below + (above - below) * (place - Math.floor(place));
  }
}
