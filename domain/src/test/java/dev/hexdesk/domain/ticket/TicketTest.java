package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket.Outcome;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                new Ticket(new TicketId(7), changed, new UserId(3), new Version(6), NOON, LATER)));
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
                TicketStatus.RESOLVED, TicketStatus.PENDING, TicketStatus.RESOLVED.successors()));
  }

  /** A life of a ticket: whatever is asked of it, it goes along the workflow alone. */
  @Property
  void neverLeavesTheWorkflow(@ForAll List<TicketStatus> wishes) {
    Ticket ticket = aTicket().build();
    List<TicketStatus> life = new ArrayList<>(List.of(TicketStatus.NEW));
    for (TicketStatus wish : wishes) {
      switch (ticket.with(aTicket().withStatus(wish).details(), LATER)) {
        case Outcome.Changed(Ticket changed) -> {
          assertThat(life.getLast().successors()).contains(wish);
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
          assertThat(allowed).isEqualTo(from.successors()).doesNotContain(wish);
        }
      }
    }
    assertThat(ticket.details().status()).isEqualTo(life.getLast());
    assertThat(ticket.version()).isEqualTo(new Version(life.size()));
  }
}
