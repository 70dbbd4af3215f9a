package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.Interval;
import dev.hexdesk.application.statistics.Percentiles;
import dev.hexdesk.application.statistics.Period;
import dev.hexdesk.application.statistics.PeriodCalendar;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code TicketStatistics} promises. */
public abstract class TicketStatisticsContract extends StoreContract {
  private static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());
  private static final FieldValue NOTHING = new FieldValue.Nothing();

  private User alice;
  private User bob;
  private Employee iryna;

  /** The figures on what is in the store. */
  protected abstract TicketStatistics statistics();

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    bob = given.user(aUser().named("bob"));
    iryna = given.employee(anEmployee());
  }

  private TicketBuilder ticket() {
    return aTicket().forEmployee(iryna).ownedBy(alice);
  }

  private Ticket add(String moment, TicketBuilder ticket) {
    return given.at(Instant.parse(moment)).ticket(ticket);
  }

  private void answer(Ticket ticket, Duration after) {
    inTransaction(() -> store.tickets().update(ticket.answered(ticket.createdAt().plus(after))));
  }

  private void resolve(Ticket ticket, Duration after) {
    Ticket.Outcome outcome =
        ticket.with(
            ticket().withStatus(TicketStatus.RESOLVED).details(), ticket.createdAt().plus(after));
    inTransaction(() -> store.tickets().update(((Ticket.Outcome.Changed) outcome).ticket()));
  }

  private List<TicketFigures> figures(Grouping grouping) {
    return statistics().of(grouping, ALWAYS, List.of());
  }

  private static TicketFigures count(FieldValue group, long count) {
    return new TicketFigures(Optional.empty(), group, count, Optional.empty(), Optional.empty());
  }

  @Test
  void countsNothingWhereThereIsNothing() {
    for (Grouping grouping : Grouping.values()) {
      assertThat(figures(grouping)).isEmpty();
      assertThat(statistics().of(grouping, ALWAYS, periods(Interval.DAY, ZoneOffset.UTC)))
          .isEmpty();
    }
  }

  @Test
  void countsStatusesInTheOrderOfATicketsLife() {
    given.ticket(ticket().withStatus(TicketStatus.PENDING));
    given.ticket(ticket().withStatus(TicketStatus.OPEN));
    given.ticket(ticket());
    given.ticket(ticket().withStatus(TicketStatus.OPEN));

    assertThat(figures(Grouping.STATUS))
        .containsExactly(
            count(FieldValue.of("new"), 1),
            count(FieldValue.of("open"), 2),
            count(FieldValue.of("pending"), 1));
  }

  @Test
  void countsPrioritiesFromTheLowest() {
    for (Priority priority : List.of(Priority.URGENT, Priority.LOW, Priority.HIGH)) {
      given.ticket(ticket().withPriority(priority));
    }

    assertThat(figures(Grouping.PRIORITY))
        .containsExactly(
            count(FieldValue.of("low"), 1),
            count(FieldValue.of("high"), 1),
            count(FieldValue.of("urgent"), 1));
  }

  @Test
  void countsWhatNobodyWorksOnLast() {
    given.ticket(ticket());
    given.ticket(ticket().assignedTo(bob));
    given.ticket(ticket().assignedTo(alice));

    assertThat(figures(Grouping.ASSIGNEE))
        .containsExactly(
            count(FieldValue.of(alice.id().value()), 1),
            count(FieldValue.of(bob.id().value()), 1),
            count(NOTHING, 1));
  }

  @Test
  void countsWhatHasNoneForNoOthersWhereNothingHasAny() {
    given.ticket(ticket());

    assertThat(figures(Grouping.ASSIGNEE)).containsExactly(count(NOTHING, 1));
    assertThat(figures(Grouping.TAG)).containsExactly(count(NOTHING, 1));
  }

  @Test
  void countsATicketUnderEachOfItsTags() {
    given.ticket(ticket());
    given.ticket(ticket().tagged("vpn", "druck"));
    given.ticket(ticket().tagged("vpn"));

    assertThat(figures(Grouping.TAG))
        .containsExactly(
            count(FieldValue.of("druck"), 1), count(FieldValue.of("vpn"), 2), count(NOTHING, 1));
  }

  @Test
  void countsTheTagsWithTheFewestTicketsTogether() {
    int tags = TicketStatistics.MOST_GROUPS + 2;
    for (int n = 0; n < tags; n++) {
      given.ticket(ticket().tagged("often-%03d".formatted(n)));
      given.ticket(ticket().tagged("often-%03d".formatted(n)));
    }
    given.ticket(ticket().tagged("rare-1", "rare-2"));
    given.ticket(ticket());

    List<TicketFigures> figures = figures(Grouping.TAG);

    assertThat(figures).hasSize(TicketStatistics.MOST_GROUPS + 2);
    assertThat(figures.subList(0, TicketStatistics.MOST_GROUPS))
        .allSatisfy(each -> assertThat(each.count()).isEqualTo(2))
        .noneMatch(TicketFigures::others)
        .last()
        .extracting(TicketFigures::group)
        .isEqualTo(FieldValue.of("often-%03d".formatted(TicketStatistics.MOST_GROUPS - 1)));
    assertThat(figures.subList(TicketStatistics.MOST_GROUPS, figures.size()))
        .containsExactly(
            new TicketFigures(
                Optional.empty(), NOTHING, 6, Optional.empty(), Optional.empty(), true),
            count(NOTHING, 1));
  }

  @Test
  void choosesTheSameTagsForEachPeriod() {
    for (int n = 0; n < TicketStatistics.MOST_GROUPS; n++) {
      add("2026-11-23T12:00:00Z", ticket().tagged("often-%03d".formatted(n)));
      add("2026-11-23T12:00:00Z", ticket().tagged("often-%03d".formatted(n)));
    }
    add("2026-11-24T12:00:00Z", ticket().tagged("often-007"));
    add("2026-11-24T12:00:00Z", ticket().tagged("rare"));

    assertThat(statistics().of(Grouping.TAG, ALWAYS, periods(Interval.DAY, ZoneOffset.UTC)))
        .hasSize(TicketStatistics.MOST_GROUPS + 2)
        .endsWith(
            of("2026-11-24", "often-007", 1),
            new TicketFigures(
                Optional.of(LocalDate.parse("2026-11-24")),
                NOTHING,
                1,
                Optional.empty(),
                Optional.empty(),
                true));
  }

  @Test
  void tellsHowLongAnswersAndResolutionsTook() {
    for (int minutes = 1; minutes <= 4; minutes++) {
      answer(given.ticket(ticket()), Duration.ofMinutes(minutes));
    }
    given.ticket(ticket());
    resolve(given.ticket(ticket()), Duration.ofMillis(1_500));

    assertThat(figures(Grouping.STATUS))
        .containsExactly(
            new TicketFigures(
                Optional.empty(),
                FieldValue.of("new"),
                5,
                Optional.of(new Percentiles(Duration.ofSeconds(150), Duration.ofSeconds(231))),
                Optional.empty()),
            new TicketFigures(
                Optional.empty(),
                FieldValue.of("resolved"),
                1,
                Optional.empty(),
                Optional.of(new Percentiles(Duration.ofMillis(1_500), Duration.ofMillis(1_500)))));
  }

  @Test
  void countsWhatWasCreatedInTheSpanItsBeginningIncluded() {
    Ticket first = given.ticket(ticket());
    given.at(NOON.plusMillis(1)).ticket(ticket());

    assertThat(first.createdAt()).isEqualTo(NOON);
    assertThat(counted(Optional.of(NOON), Optional.empty())).isEqualTo(2);
    assertThat(counted(Optional.of(NOON.plusNanos(1)), Optional.empty())).isEqualTo(1);
    assertThat(counted(Optional.empty(), Optional.of(NOON))).isZero();
    assertThat(counted(Optional.empty(), Optional.of(NOON.plusNanos(1)))).isEqualTo(1);
    assertThat(counted(Optional.of(NOON), Optional.of(NOON))).isZero();
  }

  private long counted(Optional<Instant> from, Optional<Instant> to) {
    return statistics().of(Grouping.STATUS, new TimeRange(from, to), List.of()).stream()
        .mapToLong(TicketFigures::count)
        .sum();
  }

  @Test
  void countsDaysOfTheCalendarInUtc() {
    add("2026-11-22T23:59:59.999Z", ticket());
    add("2026-11-23T00:00:00Z", ticket().withStatus(TicketStatus.OPEN));
    add("2026-11-23T23:59:59.999Z", ticket());

    assertThat(statistics().of(Grouping.STATUS, ALWAYS, periods(Interval.DAY, ZoneOffset.UTC)))
        .containsExactly(
            of("2026-11-22", "new", 1), of("2026-11-23", "new", 1), of("2026-11-23", "open", 1));
  }

  @Test
  void countsWeeksFromMondayOn() {
    add("2026-11-22T23:59:59.999Z", ticket());
    add("2026-11-23T00:00:00Z", ticket());
    add("2026-11-29T23:59:59.999Z", ticket());
    add("2027-01-01T12:00:00Z", ticket());

    assertThat(statistics().of(Grouping.STATUS, ALWAYS, periods(Interval.WEEK, ZoneOffset.UTC)))
        .containsExactly(
            of("2026-11-16", "new", 1), of("2026-11-23", "new", 2), of("2026-12-28", "new", 1));
  }

  @Test
  void countsDaysAsLongAsTheyAreWhereTheCalendarHangs() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    add("2026-10-24T21:59:59.999Z", ticket());
    add("2026-10-24T22:00:00Z", ticket());
    add("2026-10-25T22:59:59.999Z", ticket());
    add("2026-10-25T23:00:00Z", ticket());

    assertThat(statistics().of(Grouping.STATUS, ALWAYS, periods(Interval.DAY, berlin)))
        .containsExactly(
            of("2026-10-24", "new", 1), of("2026-10-25", "new", 2), of("2026-10-26", "new", 1));
  }

  @Test
  void countsMonths() {
    add("2026-10-31T23:59:59.999Z", ticket());
    add("2026-11-01T00:00:00Z", ticket());
    add("2026-11-30T23:59:59.999Z", ticket());

    assertThat(statistics().of(Grouping.STATUS, ALWAYS, periods(Interval.MONTH, ZoneOffset.UTC)))
        .containsExactly(of("2026-10-01", "new", 1), of("2026-11-01", "new", 2));
  }

  private static List<Period> periods(Interval interval, ZoneId zone) {
    return new PeriodCalendar(interval, zone)
        .periods(Instant.parse("2026-10-01T12:00:00Z"), Instant.parse("2027-01-31T12:00:00Z"));
  }

  private static TicketFigures of(String period, String group, long count) {
    return new TicketFigures(
        Optional.of(LocalDate.parse(period)),
        FieldValue.of(group),
        count,
        Optional.empty(),
        Optional.empty());
  }
}
