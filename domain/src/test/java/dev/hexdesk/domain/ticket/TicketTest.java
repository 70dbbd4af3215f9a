package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket.Outcome;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void changesInEverythingButItsOriginAndCountsTheChange() {
    Ticket ticket = aTicket().withId(7).ownedBy(new UserId(3)).withVersion(5).build();
    TicketDetails changed =
        aTicket()
            .forEmployee(new EmployeeId(9))
            .assignedTo(new UserId(4))
            .titled("Cold again")
            .describedAs("Ash")
            .withStatus(TicketStatus.RESOLVED)
            .withPriority(Priority.LOW)
            .details();

    assertThat(ticket.with(changed, LATER))
        .isEqualTo(
            new Outcome.Changed(
                new Ticket(
                    new TicketId(7),
                    changed,
                    new UserId(3),
                    Milestones.of(TicketStatus.RESOLVED, LATER),
                    Optional.empty(),
                    Optional.empty(),
                    new Version(6),
                    NOON,
                    LATER),
                ticket.details().changesTo(changed)));
  }

  @Test
  void isTheVerySameWhenNothingDiffers() {
    Ticket ticket = aTicket().withStatus(TicketStatus.CLOSED).build();

    assertThat(ticket.with(aTicket().withStatus(TicketStatus.CLOSED).details(), LATER))
        .isEqualTo(new Outcome.Unchanged(ticket));
  }

  @Test
  void changesOtherThingsWhileItsStatusStays() {
    Ticket ticket = aTicket().withStatus(TicketStatus.CLOSED).build();

    assertThat(
            ticket.with(aTicket().withStatus(TicketStatus.CLOSED).titled("Ash").details(), LATER))
        .isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void refusesAMoveThatTheWorkflowDoesNotKnowAndTellsTheOnesItKnows() {
    Ticket ticket = aTicket().withStatus(TicketStatus.RESOLVED).build();

    assertThat(
            ticket.with(aTicket().withStatus(TicketStatus.PENDING).titled("Ash").details(), LATER))
        .isEqualTo(
            new Outcome.IllegalTransition(
                TicketStatus.RESOLVED,
                TicketStatus.PENDING,
                TicketWorkflow.successorsOf(TicketStatus.RESOLVED)));
  }

  @Test
  void tellsFieldByFieldWhatChanged() {
    Ticket ticket = aTicket().assignedTo(new UserId(4)).tagged("fire").build();
    TicketDetails changed =
        aTicket()
            .withStatus(TicketStatus.OPEN)
            .tagged("smoke", "fire")
            .dueAt(LATER)
            .titled("Ash")
            .details();

    assertThat(((Outcome.Changed) ticket.with(changed, LATER)).changes())
        .containsExactly(
            new FieldChange("title", FieldValue.of("Printer on fire"), FieldValue.of("Ash")),
            new FieldChange("status", FieldValue.of("new"), FieldValue.of("open")),
            new FieldChange("assignee_id", FieldValue.of(4), new FieldValue.Nothing()),
            new FieldChange(
                "tags",
                new FieldValue.Texts(List.of("fire")),
                new FieldValue.Texts(List.of("fire", "smoke"))),
            new FieldChange(
                "due_at", new FieldValue.Nothing(), FieldValue.of("2026-11-23T12:01:00.000Z")));
  }

  @Test
  void tellsWhatItBeganAndEndedWithAndLeavesOutWhatItHasNot() {
    TicketDetails details = aTicket().forEmployee(new EmployeeId(9)).details();

    assertThat(details.asChanges())
        .extracting(FieldChange::field)
        .containsExactly("employee_id", "title", "description", "status", "priority");
    assertThat(details.asChanges())
        .contains(new FieldChange("employee_id", new FieldValue.Nothing(), FieldValue.of(9)));
    assertThat(details.asRemoval())
        .hasSameSizeAs(details.asChanges())
        .contains(new FieldChange("employee_id", FieldValue.of(9), new FieldValue.Nothing()));
  }

  @Test
  void isNeverChangedAgainOnceItWasMerged() {
    Ticket merged = aTicket().mergedInto(8).build();

    assertThat(merged.with(aTicket().titled("Ash").details(), LATER))
        .isEqualTo(new Outcome.Merged(new TicketId(8)));
  }

  @Test
  void remembersTheFirstAnswerAlone() {
    Ticket answered = aTicket().build().answered(LATER);

    assertThat(answered.milestones().firstRespondedAt()).contains(LATER);
    assertThat(answered.version()).isEqualTo(new Version(2));
    assertThat(answered.updatedAt()).isEqualTo(LATER);
    assertThat(answered.answered(LATER.plusSeconds(1)).milestones().firstRespondedAt())
        .contains(LATER);
  }

  @Test
  void remembersWhenItWasResolvedAndClosedAndForgetsItWhenItIsOpenedAgain() {
    Instant later = LATER.plusSeconds(60);
    Ticket resolved = moved(aTicket().build().answered(LATER), TicketStatus.RESOLVED, LATER);
    Ticket closed = moved(resolved, TicketStatus.CLOSED, later);
    Ticket reopened = moved(closed, TicketStatus.OPEN, later);

    assertThat(resolved.milestones())
        .isEqualTo(new Milestones(Optional.of(LATER), Optional.of(LATER), Optional.empty()));
    assertThat(closed.milestones())
        .isEqualTo(new Milestones(Optional.of(LATER), Optional.of(LATER), Optional.of(later)));
    assertThat(reopened.milestones())
        .isEqualTo(new Milestones(Optional.of(LATER), Optional.empty(), Optional.empty()));
    assertThat(moved(reopened, TicketStatus.CLOSED, later).milestones().resolvedAt())
        .contains(later);
  }

  @Test
  void keepsItsMilestonesWhileItsStatusStays() {
    Ticket closed = moved(aTicket().build(), TicketStatus.CLOSED, LATER);
    TicketDetails retitled = aTicket().withStatus(TicketStatus.CLOSED).titled("Ash").details();

    assertThat(
            ((Outcome.Changed) closed.with(retitled, LATER.plusSeconds(1))).ticket().milestones())
        .isEqualTo(closed.milestones());
  }

  @Test
  void bearsNoMoreThanTwentyTags() {
    String[] tags = IntStream.rangeClosed(1, 20).mapToObj(n -> "tag" + n).toArray(String[]::new);
    assertThat(aTicket().tagged(tags).details().tags()).hasSize(20);

    String[] more = IntStream.rangeClosed(1, 21).mapToObj(n -> "tag" + n).toArray(String[]::new);
    assertThatIllegalArgumentException().isThrownBy(() -> aTicket().tagged(more).details());
  }

  private static Ticket moved(Ticket ticket, TicketStatus to, Instant now) {
    return ((Outcome.Changed) ticket.with(aTicket().withStatus(to).details(), now)).ticket();
  }

  /** A life of a ticket: whatever is asked of it, it goes along the workflow alone. */
  @Property
  void neverLeavesTheWorkflow(@ForAll List<TicketStatus> wishes) {
    Ticket ticket = aTicket().build();
    List<TicketStatus> life = new ArrayList<>(List.of(TicketStatus.NEW));
    for (TicketStatus wish : wishes) {
      switch (ticket.with(aTicket().withStatus(wish).details(), LATER)) {
        case Outcome.Changed(Ticket changed, var changes) -> {
          assertThat(TicketWorkflow.successorsOf(life.getLast())).contains(wish);
          ticket = changed;
          life.add(wish);
        }
        case Outcome.Unchanged(Ticket same) -> {
          assertThat(wish).isEqualTo(life.getLast());
          assertThat(same).isSameAs(ticket);
        }
        case Outcome.IllegalTransition(TicketStatus from, TicketStatus to, var allowed) -> {
          assertThat(from).isEqualTo(life.getLast());
          assertThat(to).isEqualTo(wish);
          assertThat(allowed).isEqualTo(TicketWorkflow.successorsOf(from)).doesNotContain(wish);
        }
        case Outcome.Merged(TicketId into) -> fail("nobody merged it into " + into);
      }
    }
    assertThat(ticket.details().status()).isEqualTo(life.getLast());
    assertThat(ticket.version()).isEqualTo(new Version(life.size()));
  }

  @Test
  void goesToWhoeverInheritsFromItsOwnerAndItsAssignee() {
    UserId from = new UserId(3);
    UserId to = new UserId(4);
    UserId other = new UserId(5);

    Ticket owned = aTicket().ownedBy(from).assignedTo(other).withVersion(2).build();
    assertThat(owned.handedOver(from, to, LATER))
        .isEqualTo(
            new Ticket(
                owned.id(),
                owned.details(),
                to,
                owned.milestones(),
                owned.mergedInto(),
                owned.externalId(),
                new Version(3),
                owned.createdAt(),
                LATER));
    Ticket assigned = aTicket().ownedBy(other).assignedTo(from).build();
    assertThat(assigned.handedOver(from, to, LATER).ownerId()).isEqualTo(other);
    assertThat(assigned.handedOver(from, to, LATER).details().assigneeId()).contains(to);
    assertThat(owned.handedOver(to, from, LATER)).isSameAs(owned);
  }

  @Test
  void aHandoverThatIsStoredLaterIsNotItsLastChange() {
    UserId from = new UserId(3);
    Ticket ticket = aTicket().ownedBy(from).build();

    assertThat(ticket.handedOver(from, new UserId(4), NOON.minusSeconds(1)).updatedAt())
        .isEqualTo(NOON);
    assertThat(ticket.handedOver(from, new UserId(4), LATER).updatedAt()).isEqualTo(LATER);
  }
}
