package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another system knows of a ticket, and what becomes of it here. */
class ImportedTicketTest {
  private static final Instant EARLIER = NOON.minusSeconds(600);
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Optional<Instant> NEVER = Optional.empty();

  private static TicketRecord record(TicketDetails details, Milestones milestones) {
    return new TicketRecord(
        details,
        new UserId(7),
        milestones,
        Optional.of(new ExternalId("OLD-1")),
        Instant.parse("2026-11-22T09:00:00.123456Z"));
  }

  private static Milestones told(
      Optional<Instant> responded, Optional<Instant> resolved, Optional<Instant> closed) {
    return new Milestones(responded, resolved, closed);
  }

  @Test
  void isNumberedWhereItBegins() {
    TicketRecord record = record(aTicket().details(), Milestones.NONE);

    Ticket ticket = record.numbered(new TicketId(3), LATER);

    assertThat(ticket.id()).isEqualTo(new TicketId(3));
    assertThat(ticket.version()).isEqualTo(Version.FIRST);
    assertThat(ticket.updatedAt()).isEqualTo(LATER);
    assertThat(ticket.mergedInto()).isEmpty();
    assertThat(ticket.toRecord()).isEqualTo(record);
  }

  @Test
  void tellsAllThatItBeginsWith() {
    Milestones milestones = told(Optional.of(EARLIER), Optional.of(NOON), Optional.of(LATER));

    assertThat(record(aTicket().details(), milestones).asChanges())
        .extracting(change -> change.field() + " " + text(change.to()))
        .containsExactly(
            "employee_id 1",
            "title Printer on fire",
            "description It burns.\nBlue smoke, too.",
            "status new",
            "priority normal",
            "owner_id 7",
            "created_at 2026-11-22T09:00:00.123Z",
            "first_responded_at 2026-11-23T11:50:00.000Z",
            "resolved_at 2026-11-23T12:00:00.000Z",
            "closed_at 2026-11-23T12:01:00.000Z",
            "external_id OLD-1");
  }

  private static String text(FieldValue value) {
    return switch (value) {
      case FieldValue.Nothing() -> "nothing";
      case FieldValue.Text(String text) -> text;
      case FieldValue.Number(long number) -> Long.toString(number);
      case FieldValue.Texts(List<String> texts) -> String.join(" ", texts);
    };
  }

  @Test
  void isTakenOverWhateverTheWorkflow() {
    Ticket closed = aTicket().withStatus(TicketStatus.CLOSED).build();
    TicketRecord wanted = record(aTicket().details(), Milestones.NONE);

    assertThat(closed.imported(wanted, Optional.of(EARLIER), LATER))
        .isEqualTo(
            new Ticket.Outcome.Changed(
                new Ticket(
                    closed.id(),
                    wanted.details(),
                    wanted.ownerId(),
                    wanted.milestones(),
                    Optional.empty(),
                    wanted.externalId(),
                    closed.version().next(),
                    wanted.createdAt(),
                    EARLIER),
                closed.toRecord().changesTo(wanted)));
    assertThat(closed.toRecord().changesTo(wanted))
        .extracting(FieldChange::field)
        .containsExactly(
            "status", "owner_id", "created_at", "resolved_at", "closed_at", "external_id");
  }

  @Test
  void isChangedNowWhereNothingElseIsTold() {
    Ticket ticket = aTicket().build();

    Ticket.Outcome outcome =
        ticket.imported(record(ticket.details(), Milestones.NONE), NEVER, LATER);

    assertThat(outcome).isInstanceOf(Ticket.Outcome.Changed.class);
    assertThat(((Ticket.Outcome.Changed) outcome).ticket().updatedAt()).isEqualTo(LATER);
  }

  @Test
  void isLeftAloneWhereItIsSoAlready() {
    Ticket ticket = aTicket().build();

    assertThat(ticket.imported(ticket.toRecord(), NEVER, LATER))
        .isEqualTo(new Ticket.Outcome.Unchanged(ticket));
    assertThat(ticket.imported(ticket.toRecord(), Optional.of(NOON), LATER))
        .isEqualTo(new Ticket.Outcome.Unchanged(ticket));
    assertThat(ticket.imported(ticket.toRecord(), Optional.of(EARLIER), LATER))
        .isInstanceOf(Ticket.Outcome.Changed.class);
  }

  @Test
  void isLeftAsItIsOnceItIsMerged() {
    Ticket merged = aTicket().mergedInto(5).build();

    assertThat(merged.imported(record(merged.details(), Milestones.NONE), NEVER, LATER))
        .isEqualTo(new Ticket.Outcome.Merged(new TicketId(5)));
    assertThat(merged.imported(merged.toRecord(), NEVER, LATER))
        .isEqualTo(new Ticket.Outcome.Unchanged(merged));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW", "OPEN", "PENDING"})
  void whatIsNotDoneHasNoEnd(TicketStatus status) {
    Milestones present = told(NEVER, Optional.of(EARLIER), Optional.of(EARLIER));

    assertThat(
            present.imported(
                status, told(Optional.of(NOON), Optional.of(NOON), Optional.of(NOON)), LATER))
        .isEqualTo(told(Optional.of(NOON), NEVER, NEVER));
  }

  @Test
  void whatIsToldOfTheEndCountsBeforeWhatWasKnown() {
    Milestones present = told(Optional.of(EARLIER), Optional.of(EARLIER), Optional.of(EARLIER));
    Milestones nothing = told(NEVER, NEVER, NEVER);

    assertThat(
            present.imported(
                TicketStatus.CLOSED,
                told(Optional.of(NOON), Optional.of(NOON), Optional.of(LATER)),
                LATER))
        .isEqualTo(told(Optional.of(NOON), Optional.of(NOON), Optional.of(LATER)));
    assertThat(present.imported(TicketStatus.CLOSED, nothing, LATER)).isEqualTo(present);
    assertThat(present.imported(TicketStatus.RESOLVED, nothing, LATER))
        .isEqualTo(told(Optional.of(EARLIER), Optional.of(EARLIER), NEVER));
  }

  @Test
  void whatIsNotToldOfTheEndFollowsFromTheRest() {
    Milestones nothing = told(NEVER, NEVER, NEVER);

    assertThat(nothing.imported(TicketStatus.RESOLVED, nothing, LATER))
        .isEqualTo(told(NEVER, Optional.of(LATER), NEVER));
    assertThat(nothing.imported(TicketStatus.CLOSED, nothing, LATER))
        .isEqualTo(told(NEVER, Optional.of(LATER), Optional.of(LATER)));
    assertThat(nothing.imported(TicketStatus.CLOSED, told(NEVER, NEVER, Optional.of(NOON)), LATER))
        .isEqualTo(told(NEVER, Optional.of(NOON), Optional.of(NOON)));
    // Last changed before it was resolved: the other system's clocks; it was closed when resolved.
    assertThat(nothing.imported(TicketStatus.CLOSED, told(NEVER, Optional.of(LATER), NEVER), NOON))
        .isEqualTo(told(NEVER, Optional.of(LATER), Optional.of(LATER)));
    assertThat(nothing.imported(TicketStatus.CLOSED, told(NEVER, Optional.of(NOON), NEVER), LATER))
        .isEqualTo(told(NEVER, Optional.of(NOON), Optional.of(LATER)));
  }

  private static List<String> outOfOrder(Optional<Instant> created, Milestones milestones) {
    Violations violations = new Violations();
    milestones.requireOrder(created, violations);
    return violations.all().stream().map(it -> it.field() + ": " + it.detail()).toList();
  }

  @Test
  void nothingHappensBeforeWhatLedToIt() {
    Optional<Instant> earlier = Optional.of(EARLIER);
    Optional<Instant> noon = Optional.of(NOON);

    assertThat(outOfOrder(noon, told(noon, noon, noon))).isEmpty();
    assertThat(outOfOrder(NEVER, told(earlier, earlier, earlier))).isEmpty();
    assertThat(outOfOrder(noon, told(NEVER, NEVER, earlier))).isEmpty();
    assertThat(outOfOrder(noon, told(earlier, earlier, noon)))
        .containsExactly(
            "first_responded_at: must not be before created_at",
            "resolved_at: must not be before created_at");
    assertThat(outOfOrder(earlier, told(NEVER, noon, earlier)))
        .containsExactly("closed_at: must not be before resolved_at");
  }
}
